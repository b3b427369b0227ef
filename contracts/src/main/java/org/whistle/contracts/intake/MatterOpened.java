package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * A coordination (协调性) or prominent (突出问题) matter was taken up below the street. It becomes a ticket, by {@link ReportFiled} under
 * the same id, only when it is passed up to the street or a deliberation decides so (DOMAIN.md §2).
 *
 * @param matter kind of matter: coordination or prominent
 * @param level the level that has it first
 * @param type issue type code of the catalogue; absent when not classified
 * @param condition condition letter of that type; absent when not classified
 * @param trackingDigest SHA-256 of the code by which the reporter follows it, in base64url; whoever has the digest cannot make
 *     the code of it; absent in events of before there were codes
 */
public record MatterOpened(
        UUID ticketId,
        String ticketNo,
        MatterKind matter,
        ChainLevel level,
        @Nullable String type,
        @Nullable String condition,
        String text,
        Place place,
        Position position,
        @Nullable String address,
        List<UUID> photos,
        Reporter reporter,
        String filedBy,
        boolean outsideOwnGrid,
        Instant filedAt,
        @Nullable String trackingDigest)
        implements IntakeEvent {

    public MatterOpened {
        Require.present(ticketId, "ticketId");
        Require.text(ticketNo, 32, "ticketNo");
        Require.present(matter, "matter");
        Require.present(level, "level");
        Require.optionalText(type, 16, "type");
        Require.optionalText(condition, 4, "condition");
        Require.text(text, 2000, "text");
        Require.present(place, "place");
        Require.present(position, "position");
        Require.optionalText(address, 200, "address");
        photos = Require.list(photos, 9, "photos");
        Require.present(reporter, "reporter");
        Require.text(filedBy, 128, "filedBy");
        Require.present(filedAt, "filedAt");
        Require.optionalText(trackingDigest, 64, "trackingDigest");
    }
}
