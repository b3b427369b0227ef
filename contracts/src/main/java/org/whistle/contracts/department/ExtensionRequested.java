package org.whistle.contracts.department;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The department asks for an extension (延期), endorsed by its manager; the street decides.
 *
 * @param requestId Id of this request
 * @param by who asked
 * @param endorsedBy the manager who endorsed it
 * @param requestedAt when it was asked for, endorsed
 */
public record ExtensionRequested(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID requestId,
        String reason,
        List<UUID> photos,
        Actor by,
        Actor endorsedBy,
        Instant requestedAt)
        implements DepartmentEvent {

    public ExtensionRequested {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.text(reason, 2000, "reason");
        photos = Require.list(photos, 9, "photos");
        Require.present(by, "by");
        Require.present(endorsedBy, "endorsedBy");
        Require.present(requestedAt, "requestedAt");
    }
}
