package org.whistle.intake.matter;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.whistle.contracts.Actor;

/** What a level does with a matter. Lengths and ranges are checked where it comes in. */
public sealed interface MatterCommand {

    /** Who does it. */
    By by();

    /** It is settled here. @param answer what was agreed or done, at most 2 000 characters */
    record Answer(String answer, By by) implements MatterCommand {}

    /** It cannot be settled here. @param reason what was tried and why that is not enough, at most 2 000 characters */
    record PassUp(String reason, By by) implements MatterCommand {}

    /**
     * The residents deliberated (议事园).
     *
     * @param participants how many took part
     * @param options what was put to the choice, at most 16
     * @param resolution what was resolved, at most 2 000 characters
     * @param becomesTicket whether the resolution asks the street for help
     * @param heldAt when it was held, not later than now
     */
    record Deliberate(
            int participants, List<String> options, String resolution, boolean becomesTicket, Instant heldAt, By by)
            implements MatterCommand {

        public Deliberate {
            options = List.copyOf(options);
        }
    }

    /**
     * Who acts, and when.
     *
     * @param roles the account's roles; they say for which levels it acts
     */
    record By(Actor actor, Set<String> roles, Instant at) {

        public By {
            roles = Set.copyOf(roles);
        }
    }
}
