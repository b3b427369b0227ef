package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * The grid worker saw on site that the matter is fixed (核查).
 *
 * @param photos ids of photos that feedback-service keeps
 */
public record VerificationPassed(
        UUID ticketId, @Nullable String note, Position position, List<UUID> photos, Actor by, Instant verifiedAt)
        implements FeedbackEvent {

    public VerificationPassed {
        Require.present(ticketId, "ticketId");
        Require.optionalText(note, 2000, "note");
        Require.present(position, "position");
        photos = Require.list(photos, 9, "photos");
        Require.present(by, "by");
        Require.present(verifiedAt, "verifiedAt");
    }
}
