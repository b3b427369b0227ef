package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * A routine matter (一般性) was handled on the spot and registered; it never becomes a ticket, so its history ends
 * here.
 *
 * @param ticketId the report's id
 * @param outcome what was done on the spot, at most 2 000 characters
 */
public record RoutineRegistered(
        UUID ticketId,
        String ticketNo,
        @Nullable String type,
        @Nullable String condition,
        String text,
        String outcome,
        Place place,
        Position position,
        List<UUID> photos,
        Reporter reporter,
        String filedBy,
        boolean outsideOwnGrid,
        Instant filedAt)
        implements IntakeEvent {

    public RoutineRegistered {
        Require.present(ticketId, "ticketId");
        Require.text(ticketNo, 32, "ticketNo");
        Require.optionalText(type, 16, "type");
        Require.optionalText(condition, 4, "condition");
        Require.text(text, 2000, "text");
        Require.text(outcome, 2000, "outcome");
        Require.present(place, "place");
        Require.present(position, "position");
        photos = Require.list(photos, 9, "photos");
        Require.present(reporter, "reporter");
        Require.text(filedBy, 128, "filedBy");
        Require.present(filedAt, "filedAt");
    }
}
