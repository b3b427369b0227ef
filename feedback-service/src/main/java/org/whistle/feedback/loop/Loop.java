package org.whistle.feedback.loop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.feedback.TicketClosed;

/**
 * The loop of one ticket, one type for each state of its life (DOMAIN.md §1, §5). The supervision side verifies and
 * closes; whoever handles never does.
 */
public sealed interface Loop {

    /** What it is about and who has it. */
    Matter matter();

    /** The same state about a changed matter. */
    Loop with(Matter matter);

    /**
     * Filed; dispatch has not answered yet.
     *
     * @param since when it was filed as a ticket, or stood for itself again after a merge that was undone
     */
    record Reported(Matter matter, Instant since) implements Loop {
        @Override
        public Reported with(Matter other) {
            return new Reported(other, since);
        }
    }

    /** In the street's queue; a person decides. After a return, cooperating legs may still be at work. */
    record Queued(Matter matter) implements Loop {
        @Override
        public Queued with(Matter other) {
            return new Queued(other);
        }
    }

    /** With its departments. */
    record Handling(Matter matter) implements Loop {
        @Override
        public Handling with(Matter other) {
            return new Handling(other);
        }
    }

    /**
     * Every leg is confirmed; somebody must look on site (核查).
     *
     * @param handledAt the last confirmation
     * @param dueAt by when it should be verified
     */
    record AwaitingVerification(Matter matter, Instant handledAt, Instant dueAt) implements Loop {
        @Override
        public AwaitingVerification with(Matter other) {
            return new AwaitingVerification(other, handledAt, dueAt);
        }
    }

    /**
     * Seen to be fixed; the reporter must be told and asked (回访).
     *
     * @param dueAt by when the reporter should have been contacted
     * @param attempts calls without contact so far
     */
    record AwaitingAnswer(Matter matter, Instant verifiedAt, Instant dueAt, int attempts) implements Loop {
        @Override
        public AwaitingAnswer with(Matter other) {
            return new AwaitingAnswer(other, verifiedAt, dueAt, attempts);
        }
    }

    /** The reporter has answered; closing or reopening follows in the same decision, so it is never stored. */
    record Answered(Matter matter, boolean solved, Instant answeredAt) implements Loop {
        @Override
        public Answered with(Matter other) {
            return new Answered(other, solved, answeredAt);
        }
    }

    /** Not solved: dispatch sends the same ticket out again. */
    record Reopened(Matter matter, Instant reopenedAt) implements Loop {
        @Override
        public Reopened with(Matter other) {
            return new Reopened(other, reopenedAt);
        }
    }

    /** Another channel's matter; closing follows in the same step, so it is never stored. */
    record NotAccepted(Matter matter, Instant decidedAt) implements Loop {
        @Override
        public NotAccepted with(Matter other) {
            return new NotAccepted(other, decidedAt);
        }
    }

    /**
     * The same matter as another open ticket's; it goes on there, and its reporter is answered with that one.
     *
     * @param into the ticket it goes on in
     */
    record Merged(Matter matter, UUID into, Instant mergedAt) implements Loop {
        @Override
        public Merged with(Matter other) {
            return new Merged(other, into, mergedAt);
        }
    }

    /**
     * The end (结案).
     *
     * @param answeredWith the ticket it was merged into and closed with; null when it was closed for itself
     */
    record Closed(
            Matter matter,
            TicketClosed.Outcome outcome,
            Instant closedAt,
            @Nullable UUID answeredWith) implements Loop {
        @Override
        public Closed with(Matter other) {
            return new Closed(other, outcome, closedAt, answeredWith);
        }
    }

    /**
     * No ticket, but it counts among the reports: a routine matter, handled on the spot; or one that was taken up below the
     * street, which becomes a ticket when it is filed as one.
     */
    record Registered(Matter matter) implements Loop {
        @Override
        public Registered with(Matter other) {
            return new Registered(other);
        }
    }
}
