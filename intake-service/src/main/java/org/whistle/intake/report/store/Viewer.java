package org.whistle.intake.report.store;

import java.util.List;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;

/**
 * Who reads, taken from the caller before any work leaves the request. A report is seen by who filed it, by the staff
 * in whose area it lies, and by the body whose assignment its ticket is; for everybody else it does not exist.
 *
 * @param staff whether the caller's roles see what others filed at all
 */
public record Viewer(String account, boolean staff, AreaScope scope) {

    /** The viewer behind a request. */
    public static Viewer of(Caller caller) {
        boolean staff = caller.hasAny(
                Roles.GRID_WORKER,
                Roles.UNIT_STEWARD,
                Roles.BUILDING_HEAD,
                Roles.BRANCH,
                Roles.COMMUNITY,
                Roles.DISPATCHER,
                Roles.SUPERVISOR,
                Roles.LEADER,
                Roles.CALL_AGENT,
                Roles.HANDLER,
                Roles.MANAGER);
        return new Viewer(caller.account(), staff, caller.scope());
    }

    /**
     * Whether a report is theirs to see.
     *
     * @param filedBy the account that filed it
     * @param grid where it lies
     * @param departments the bodies that have its ticket now
     */
    public boolean sees(String filedBy, String grid, List<String> departments) {
        if (account.equals(filedBy)) {
            return true;
        }
        if (!staff || !scope.sees(grid)) {
            return false;
        }
        return scope.department() == null || departments.contains(scope.department());
    }
}
