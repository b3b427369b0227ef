package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a part's handling clock stood still. With all of them a clock can be reckoned again from its start.
 *
 * @param ref the return or the request that paused it
 * @param to when it went on or its part ended; null while it stands still
 */
public record Pause(
        UUID assignmentId,
        Cause cause,
        UUID ref,
        Instant from,
        @Nullable Instant to) {

    /** Whether the clock still stands. */
    public boolean running() {
        return to == null;
    }

    /** Ended; not before it began. */
    Pause until(Instant at) {
        return new Pause(assignmentId, cause, ref, from, at.isBefore(from) ? from : at);
    }

    /** Why a clock stands still. */
    public enum Cause {
        /** A return is decided. */
        RETURN("return"),
        /** The part is suspended. */
        SUSPENSION("suspension");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** The word on the wire. */
        public String code() {
            return code;
        }
    }
}
