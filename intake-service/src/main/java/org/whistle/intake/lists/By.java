package org.whistle.intake.lists;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.Actor;

/**
 * Who acts on a list or a wish, and when.
 *
 * @param roles the account's roles
 */
public record By(Actor actor, Set<String> roles, Instant at) {

    public By {
        roles = Set.copyOf(roles);
    }

    /** Whether they act for the community: the community itself, or the branch of a residential area. */
    public boolean organises() {
        return roles.contains(Roles.COMMUNITY) || roles.contains(Roles.BRANCH);
    }

    /** The body they act for; null for everybody else. */
    public @Nullable String body() {
        return roles.contains(Roles.HANDLER) || roles.contains(Roles.MANAGER) ? actor.department() : null;
    }
}
