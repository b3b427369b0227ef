package org.whistle.contracts.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * Verification on site failed (返工): the same department goes on with the same clock.
 *
 * @param reason what the verifier found
 * @param photos ids of the verifier's photos, kept by feedback-service
 */
public record AssignmentReworked(
        UUID ticketId,
        UUID assignmentId,
        String department,
        String reason,
        List<UUID> photos,
        Clock handle,
        Instant reworkedAt)
        implements AssignmentMessage {

    public AssignmentReworked {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.text(reason, 2000, "reason");
        photos = Require.list(photos, 9, "photos");
        Require.present(handle, "handle");
        Require.present(reworkedAt, "reworkedAt");
    }
}
