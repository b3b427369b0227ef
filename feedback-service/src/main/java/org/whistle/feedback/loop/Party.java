package org.whistle.feedback.loop;

import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;

/**
 * Who wants something.
 *
 * @param account the account's user name
 * @param department the department it belongs to, or null
 * @param handles whether it is a department's handler or manager
 */
public record Party(String account, @Nullable String department, boolean handles) {

    /** As the events name it. */
    public Actor actor() {
        return new Actor(account, department);
    }

    /** The two axes stay apart (DOMAIN.md §1): a handler, or somebody of a body that had a part, supervises nothing. */
    boolean handled(Matter matter) {
        return handles || matter.wasWith(department);
    }
}
