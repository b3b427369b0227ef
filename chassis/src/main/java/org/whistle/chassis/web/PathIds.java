package org.whistle.chassis.web;

import java.util.UUID;
import org.whistle.chassis.problem.ProblemException;

/** Ids in paths. What is no id names nothing, so it is not found rather than wrong. */
public final class PathIds {

    private PathIds() {}

    /** @throws ProblemException 404 when the text is no UUID in its usual form of 36 characters */
    public static UUID of(String text) {
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
