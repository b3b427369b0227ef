package org.whistle.intake.alarm;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.intake.AlarmLevel;

/** What somebody says of an alarm. */
public sealed interface AlarmCommand {

    /** Who says it. */
    By by();

    /** A level knows and acts. @param level which; null for the lowest of the caller's that has not said so yet */
    record Acknowledge(@Nullable AlarmLevel level, By by) implements AlarmCommand {}

    /** The danger is over. @param note what was done to make it safe, at most 2 000 characters */
    record MarkSafe(String note, By by) implements AlarmCommand {}

    /**
     * Who acts, and when.
     *
     * @param levels the alarmed levels it acts for at that place
     * @param onSite whether it is the grid's own worker
     */
    record By(Actor actor, Set<AlarmLevel> levels, boolean onSite, Instant at) {

        public By {
            levels = Set.copyOf(levels);
        }
    }
}
