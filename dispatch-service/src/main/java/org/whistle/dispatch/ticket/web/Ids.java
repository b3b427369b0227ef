package org.whistle.dispatch.ticket.web;

import java.util.UUID;
import org.whistle.chassis.problem.ProblemException;

/** Ids in paths. What is no id names nothing, so it is not found rather than wrong. */
final class Ids {

    private Ids() {}

    static UUID of(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, like a shortened form.
        }
        throw ProblemException.notFound();
    }
}
