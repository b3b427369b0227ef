package org.whistle.contracts.department;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The department's own confirmation that it is handled, with evidence; its handling clock ends.
 *
 * @param result what was done, at most 2 000 characters
 * @param photos ids of evidence photos that department-service keeps
 */
public record AssignmentCompleted(
        UUID ticketId,
        UUID assignmentId,
        String department,
        String result,
        List<UUID> photos,
        Actor by,
        Instant completedAt)
        implements DepartmentEvent {

    public AssignmentCompleted {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.text(result, 2000, "result");
        photos = Require.list(photos, 9, "photos");
        Require.present(by, "by");
        Require.present(completedAt, "completedAt");
    }
}
