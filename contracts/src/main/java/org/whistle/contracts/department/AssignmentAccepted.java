package org.whistle.contracts.department;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The department took the assignment (主动承接); its accept clock ends.
 */
public record AssignmentAccepted(UUID ticketId, UUID assignmentId, String department, Actor by, Instant acceptedAt)
        implements DepartmentEvent {

    public AssignmentAccepted {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(by, "by");
        Require.present(acceptedAt, "acceptedAt");
    }
}
