package org.whistle.feedback.appeal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.Actor;

/**
 * Who wants to decide.
 *
 * @param areas place codes of 6, 9, 12 or 15 digits
 */
public record Judge(String account, @Nullable String department, Set<String> roles, List<String> areas) {

    private static final int DIGITS_OF_DISTRICT = 6;
    private static final int DIGITS_OF_STREET = 9;

    /** As the events name them. */
    public Actor actor() {
        return new Actor(account, department);
    }

    /**
     * Whether a level is theirs: the first the street's dispatchers' and supervisors', the second the district's
     * supervisors'.
     */
    boolean sitsAt(int level, String grid) {
        return level == Appeal.FIRST
                ? roles.contains(Roles.DISPATCHER) && (isOf(grid, DIGITS_OF_STREET) || isOf(grid, DIGITS_OF_DISTRICT))
                        || roles.contains(Roles.SUPERVISOR) && isOf(grid, DIGITS_OF_STREET)
                : roles.contains(Roles.SUPERVISOR) && isOf(grid, DIGITS_OF_DISTRICT);
    }

    private boolean isOf(String grid, int digits) {
        return areas.contains(grid.substring(0, digits));
    }
}
