package org.whistle.department.inbox.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.contracts.Actor;

/** The caller's facts, read once, so that work behind the request carries plain values. */
record Asker(String account, @Nullable String department, Set<String> roles, AreaScope scope) {

    static Asker of(Caller caller) {
        return new Asker(caller.account(), caller.department(), Set.copyOf(caller.roles()), caller.scope());
    }

    boolean handles() {
        return roles.contains(Roles.HANDLER) || roles.contains(Roles.MANAGER);
    }

    /**
     * What the caller may handle: their own department's, whatever else they may look at.
     *
     * @throws ProblemException 404 when they belong to no department
     */
    AreaScope ownDepartment() {
        if (department == null) {
            throw ProblemException.notFound();
        }
        return new AreaScope(scope.areas(), department);
    }

    Actor actor() {
        return new Actor(account, department);
    }
}
