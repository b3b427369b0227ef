package org.whistle.department.assignment;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.department.DepartmentEvent;

/** What a decision makes happen. */
public sealed interface Happening {

    /** The leg it is about. */
    UUID assignmentId();

    /** Everybody learns of it: it goes to the journal. */
    record Announced(DepartmentEvent event) implements Happening {
        @Override
        public UUID assignmentId() {
            return event.assignmentId();
        }
    }

    /** A handler asks; whether the department asks is the manager's to say, so nobody outside hears of it. */
    record RequestRaised(UUID ticketId, UUID assignmentId, String department, Request request) implements Happening {}

    /** The manager does not endorse it; it stays within the department. */
    record RequestDeclined(
            UUID ticketId,
            UUID assignmentId,
            String department,
            UUID requestId,
            String reason,
            Actor by,
            Instant declinedAt)
            implements Happening {}
}
