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

    /** When the body accepted; null before. */
    @Nullable
    Instant acceptedAt();

    /** What is noted of it beside that; null while nothing is. */
    @Nullable
    LegNotes notes();

    /** What is noted of it, perhaps nothing. */
    default LegNotes noted() {
        LegNotes notes = notes();
        return notes == null ? LegNotes.NONE : notes;
    }

    /** The same part with other notes. */
    default LegState noting(LegNotes notes) {
        @Nullable LegNotes kept = notes.equals(LegNotes.NONE) ? null : notes;
        return switch (this) {
            case Open s -> new Open(s.leg(), s.acceptedAt(), kept);
            case Paused s -> new Paused(s.leg(), s.acceptedAt(), s.returnId(), s.pausedAt(), kept);
            case Suspended s -> new Suspended(s.leg(), s.acceptedAt(), s.requestId(), s.suspendedAt(), s.until(), kept);
            case Completed s -> new Completed(s.leg(), s.acceptedAt(), s.completedAt(), kept);
        };
    }

    /** The same part with another handling clock. */
    static Leg withHandle(Leg leg, Clock handle) {
        return new Leg(leg.assignmentId(), leg.department(), leg.role(), leg.accept(), handle, leg.task());
    }

    /**
     * The body is to handle it.
     *
     * @param acceptedAt when it accepted; null before
     */
    record Open(
            Leg leg, @Nullable Instant acceptedAt, @Nullable LegNotes notes) implements LegState {}

    /** The body objects; its handling clock stands still. */
    record Paused(
            Leg leg,
            @Nullable Instant acceptedAt,
            UUID returnId,
            Instant pausedAt,
            @Nullable LegNotes notes) implements LegState {}

    /**
     * The part rests (挂账); its handling clock stands still, and nobody handles.
     *
     * @param requestId the request that suspended it
     * @param until when it goes on by itself
     */
    record Suspended(
            Leg leg,
            @Nullable Instant acceptedAt,
            UUID requestId,
            Instant suspendedAt,
            Instant until,
            @Nullable LegNotes notes)
            implements LegState {}

    /** The body confirmed; its handling clock has ended, unless rework makes it go on. */
    record Completed(
            Leg leg,
            @Nullable Instant acceptedAt,
            Instant completedAt,
            @Nullable LegNotes notes) implements LegState {}
}
