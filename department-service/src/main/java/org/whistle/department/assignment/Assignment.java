package org.whistle.department.assignment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;

/** One department's leg of a ticket, one type per lifecycle state. */
public sealed interface Assignment {

    /** Whose it is. */
    Leg leg();

    /** Nobody has taken it yet. */
    record Issued(Leg leg, Terms terms) implements Assignment {}

    /** Taken, and being handled. */
    record Accepted(Leg leg, Terms terms, Acceptance acceptance) implements Assignment {

        Accepted with(Particulars particulars) {
            return new Accepted(leg, terms.with(particulars), acceptance);
        }
    }

    /**
     * The department objects; the street has not decided yet.
     *
     * @param returnId the return the street decides on
     * @param acceptance who had taken it before, or null when nobody had
     */
    record ReturnPending(
            Leg leg, Terms terms, UUID returnId, @Nullable Acceptance acceptance) implements Assignment {}

    /** The street lets it rest (挂账); nobody handles it until dispatch says it goes on. */
    record Suspended(Leg leg, Terms terms, Acceptance acceptance, Rest rest) implements Assignment {}

    /** Handled, as the department says; verification may send it back. */
    record Completed(Leg leg, Terms terms, Acceptance acceptance, Instant completedAt) implements Assignment {}

    /** Taken back by the street; nothing is left to do. */
    record Recalled(Leg leg, Cause cause, Instant recalledAt) implements Assignment {}

    /** The ticket is closed; nothing is left to do. */
    record Settled(Leg leg, Instant settledAt) implements Assignment {}

    /**
     * What never changes.
     *
     * @param department code of the body responsible
     */
    record Leg(UUID ticketId, UUID assignmentId, String department) {}

    /**
     * What the department is bound by.
     *
     * @param handle the handling clock as dispatch last told it
     * @param returnBy until when a return may be asked for, inclusive (DOMAIN.md §3)
     * @param returnsLeft how often one may still be asked for
     * @param lastReturn the return asked for last; tells a repeated answer to it from an impossible one
     * @param lastRework when it was last sent back; tells a repeated order from an impossible one
     * @param particulars its task, its whistle, and what was asked for
     */
    record Terms(
            Clock handle,
            Instant returnBy,
            int returnsLeft,
            @Nullable UUID lastReturn,
            @Nullable Instant lastRework,
            Particulars particulars) {

        Terms running(Clock clock) {
            return new Terms(clock, returnBy, returnsLeft, lastReturn, lastRework, particulars);
        }

        Terms returned(UUID returnId) {
            return new Terms(handle, returnBy, returnsLeft - 1, returnId, lastRework, particulars.withoutRequest());
        }

        Terms reworked(Clock clock, Instant at) {
            return new Terms(clock, returnBy, returnsLeft, lastReturn, at, particulars);
        }

        Terms with(Particulars now) {
            return new Terms(handle, returnBy, returnsLeft, lastReturn, lastRework, now);
        }
    }

    /**
     * Who took it.
     *
     * @param handler account name, or the name a department's own system gave
     */
    record Acceptance(String handler, Instant at) {}

    /**
     * A suspension.
     *
     * @param requestId the request it was granted for
     * @param until when it ends by itself, as the street said
     */
    record Rest(UUID requestId, Instant until) {}
}
