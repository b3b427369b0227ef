package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.dispatch.Leg;

/** One body's part in the present round, by what it is doing. */
public sealed interface LegState {

    /** Who, in which role, by when. */
    Leg leg();

    /** The same part with another handling clock. */
    static Leg withHandle(Leg leg, Clock handle) {
        return new Leg(leg.assignmentId(), leg.department(), leg.role(), leg.accept(), handle, leg.task());
    }

    /**
     * The body is to handle it.
     *
     * @param acceptedAt when it accepted; null before
     */
    record Open(Leg leg, @Nullable Instant acceptedAt) implements LegState {}

    /** The body objects; its handling clock stands still. */
    record Paused(Leg leg, @Nullable Instant acceptedAt, UUID returnId, Instant pausedAt) implements LegState {}

    /**
     * The part rests (挂账); its handling clock stands still, and nobody handles.
     *
     * @param requestId the request that suspended it
     * @param until when it goes on by itself
     */
    record Suspended(Leg leg, @Nullable Instant acceptedAt, UUID requestId, Instant suspendedAt, Instant until)
            implements LegState {}

    /** The body confirmed; its handling clock has ended, unless rework makes it go on. */
    record Completed(Leg leg, @Nullable Instant acceptedAt, Instant completedAt) implements LegState {}
}
