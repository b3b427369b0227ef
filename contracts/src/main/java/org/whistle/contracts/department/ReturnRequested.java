package org.whistle.contracts.department;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The department objects (退单), with evidence and a legal basis; the street decides.
 *
 * @param returnId id of this return
 * @param legalBasis the rule that gives the matter to somebody else, at most 500 characters
 * @param photos ids of evidence photos that department-service keeps
 */
public record ReturnRequested(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID returnId,
        String reason,
        String legalBasis,
        List<UUID> photos,
        Actor by,
        Instant requestedAt)
        implements DepartmentEvent {

    public ReturnRequested {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(returnId, "returnId");
        Require.text(reason, 2000, "reason");
        Require.text(legalBasis, 500, "legalBasis");
        photos = Require.list(photos, 9, "photos");
        Require.present(by, "by");
        Require.present(requestedAt, "requestedAt");
    }
}
