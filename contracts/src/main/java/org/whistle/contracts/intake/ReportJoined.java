package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * Another report of the same matter was joined to a ticket that is still open; all reporters stay attached and are
 * all answered (DOMAIN.md §3.3).
 *
 * @param ticketId the open ticket it was joined to
 * @param reportId the joined report's own id
 * @param filedBy account that filed it; {@link Reporter#HIDDEN} for a whistle-blower
 * @param trackingDigest SHA-256 of the code by which the reporter follows it, in base64url; whoever has the digest cannot make
 *     the code of it; absent in events of before there were codes
 */
public record ReportJoined(
        UUID ticketId,
        UUID reportId,
        String text,
        Position position,
        List<UUID> photos,
        Reporter reporter,
        String filedBy,
        Instant filedAt,
        @Nullable String trackingDigest)
        implements IntakeEvent {

    public ReportJoined {
        Require.present(ticketId, "ticketId");
        Require.present(reportId, "reportId");
        Require.text(text, 2000, "text");
        Require.present(position, "position");
        photos = Require.list(photos, 9, "photos");
        Require.present(reporter, "reporter");
        Require.text(filedBy, 128, "filedBy");
        Require.present(filedAt, "filedAt");
        Require.optionalText(trackingDigest, 64, "trackingDigest");
    }
}
