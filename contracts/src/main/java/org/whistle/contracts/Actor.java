package org.whistle.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Who decided or did something: an account of the city's staff, or the system itself. Never a reporter.
 *
 * @param account the account's user name, or {@code system}
 * @param department the account's department code, when it belongs to one
 */
public record Actor(String account, @Nullable String department) {

    /** An automatic decision. */
    public static final Actor SYSTEM = new Actor("system", null);

    public Actor {
        Require.text(account, 128, "actor.account");
        Require.optionalText(department, 64, "actor.department");
    }
}
