package org.whistle.contracts.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * One body's part in a dispatched ticket.
 *
 * @param assignmentId the id of this leg and of the department's assignment
 * @param department code of the body responsible
 * @param accept the limit for accepting (15 min continuous by policy)
 * @param handle the limit for handling, from dispatch to the department's own confirmation
 * @param task what the body is to do; absent when it is simply to handle the matter
 */
public record Leg(
        UUID assignmentId,
        String department,
        LegRole role,
        Clock accept,
        Clock handle,
        @Nullable LegTask task) {

    public Leg {
        Require.present(assignmentId, "leg.assignmentId");
        Require.text(department, 64, "leg.department");
        Require.present(role, "leg.role");
        Require.present(accept, "leg.accept");
        Require.present(handle, "leg.handle");
    }

    /** A leg whose body is to handle the matter. */
    public Leg(UUID assignmentId, String department, LegRole role, Clock accept, Clock handle) {
        this(assignmentId, department, role, accept, handle, null);
    }
}
