package org.whistle.intake.reporter;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;

/**
 * Who wants to know who reported, taken from the caller before any work leaves the request.
 *
 * @param department the body the account belongs to, whatever its roles are
 */
public record Asker(
        String account,
        Set<String> roles,
        AreaScope scope,
        @Nullable String department) {

    /** The asker behind a request. */
    public static Asker of(Caller caller) {
        return new Asker(caller.account(), caller.roles(), caller.scope(), caller.department());
    }

    boolean hasAny(Set<String> anyOf) {
        return roles.stream().anyMatch(anyOf::contains);
    }
}
