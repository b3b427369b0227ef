package org.whistle.feedback.loop.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.Party;

/**
 * What a caller sees, taken from the token once, so that it can be carried out of the request's thread of work.
 *
 * @param scope the places, and the department when the caller is bound to one
 */
public record Sight(
        String account, Set<String> roles, @Nullable String department, AreaScope scope) {

    /** What this caller sees. */
    public static Sight of(Caller caller) {
        return new Sight(caller.account(), caller.roles(), caller.department(), caller.scope());
    }

    /** Whether a ticket is the caller's to see: it lies in their area and was with their department, or is their own. */
    public boolean sees(Matter matter) {
        return isOwn(matter) || inArea(matter);
    }

    /** Whether it lies in the caller's area, and was with their department when they are bound to one. */
    public boolean inArea(Matter matter) {
        return scope.sees(matter.grid()) && (scope.department() == null || matter.wasWith(scope.department()));
    }

    /** Whether the caller filed it. */
    public boolean isOwn(Matter matter) {
        return matter.filedBy().equals(account);
    }

    /** The caller as a command names them. */
    public Party party() {
        return new Party(account, department, roles.contains(Roles.HANDLER) || roles.contains(Roles.MANAGER));
    }
}
