package org.whistle.intake.reporter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Roles;

/** Decides who may learn how much of the person behind a report (DOMAIN.md §7). */
public enum Sight {
    /** The asker may see what was asked for. */
    OPEN,
    /** The asker's role never sees this. */
    FORBIDDEN,
    /** The ticket is not the asker's to see. */
    UNSEEN,
    /** There is nothing to show to this asker; whether there is anything at all is not said. */
    HIDDEN;

    /** Who may see a masked reporter; of a ticket in their area, and of a department's people only on their own tickets. */
    public static final Set<String> LOOKING =
            Set.of(Roles.HANDLER, Roles.MANAGER, Roles.DISPATCHER, Roles.COMMUNITY, Roles.CALL_AGENT, Roles.SUPERVISOR);

    /** Who may have a reporter unmasked. */
    public static final Set<String> UNMASKING =
            Set.of(Roles.HANDLER, Roles.MANAGER, Roles.DISPATCHER, Roles.CALL_AGENT);

    /** Who may see a whistle-blower, and have one unmasked. */
    public static final Set<String> PROTECTING = Set.of(Roles.CALL_AGENT, Roles.SUPERVISOR);

    private static final Set<String> OF_A_DEPARTMENT = Set.of(Roles.HANDLER, Roles.MANAGER);

    /** How much is asked for. */
    public enum Look {
        MASKED,
        UNMASKED
    }

    /**
     * The matter a report belongs to.
     *
     * @param grid where it lies
     * @param departments codes of the bodies that have its ticket now
     * @param whistleblower when the reporter must stay hidden
     */
    public record Matter(
            String grid, List<String> departments, @Nullable Whistleblower whistleblower) {

        public Matter {
            departments = List.copyOf(departments);
        }
    }

    /** The answer to a look. */
    public static Sight of(Asker asker, Matter matter, Look look) {
        if (!asker.hasAny(LOOKING)) {
            return FORBIDDEN;
        }
        if (!isSeen(asker, matter)) {
            return UNSEEN;
        }
        if (matter.whistleblower() != null) {
            // Anybody of a department, and not only of the one reported on: colleagues talk.
            boolean ofADepartment = asker.department() != null || asker.hasAny(OF_A_DEPARTMENT);
            return asker.hasAny(PROTECTING) && !ofADepartment ? OPEN : HIDDEN;
        }
        return switch (look) {
            case MASKED -> OPEN;
            case UNMASKED -> asker.hasAny(UNMASKING) ? OPEN : FORBIDDEN;
        };
    }

    private static boolean isSeen(Asker asker, Matter matter) {
        String own = asker.scope().department();
        return asker.scope().sees(matter.grid())
                && (own == null || matter.departments().contains(own));
    }
}
