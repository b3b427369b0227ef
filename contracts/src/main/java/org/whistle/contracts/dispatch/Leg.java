package org.whistle.contracts.dispatch;

import java.util.UUID;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * One body's part in a dispatched ticket.
 *
 * @param assignmentId the id of this leg and of the department's assignment
 * @param department code of the body responsible
 * @param accept the limit for accepting (15 min continuous by policy)
 * @param handle the limit for handling, from dispatch to the department's own confirmation
 */
public record Leg(UUID assignmentId, String department, LegRole role, Clock accept, Clock handle) {

    public Leg {
        Require.present(assignmentId, "leg.assignmentId");
        Require.text(department, 64, "leg.department");
        Require.present(role, "leg.role");
        Require.present(accept, "leg.accept");
        Require.present(handle, "leg.handle");
    }
}
