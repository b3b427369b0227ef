package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * The grid worker saw on site that it is not fixed (返工): back to the same department.
 *
 * @param assignmentId the leg that must go on
 * @param reason what was found, at most 2 000 characters
 * @param photos ids of photos that feedback-service keeps
 */
public record ReworkOrdered(
        UUID ticketId,
        UUID assignmentId,
        String reason,
        Position position,
        List<UUID> photos,
        Actor by,
        Instant orderedAt)
        implements FeedbackEvent {

    public ReworkOrdered {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(reason, 2000, "reason");
        Require.present(position, "position");
        photos = Require.list(photos, 9, "photos");
        Require.present(by, "by");
        Require.present(orderedAt, "orderedAt");
    }
}
