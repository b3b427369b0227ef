package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a ticket does by itself at an instant, unless it has changed before. A kind occurs once for each
 * {@code ref} of a ticket.
 *
 * @param ref what it is about: a request, an assignment, a whistle
 */
public record TicketTimer(Kind kind, UUID ref, Instant dueAt) {

    /** What is to happen. */
    public enum Kind {
        /** A suspended part goes on; {@code ref} is the request that suspended it. */
        RESUME("resume"),
        /** The time to say whose an asset is has passed; {@code ref} is the whistle that asks. */
        IDENTIFICATION("identification");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word in the table. */
        public String code() {
            return code;
        }
    }
}
