package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.intake.ReportFiled;

/** A ticket, by the state it is in. Changes only by {@link TicketEvolution}. */
public sealed interface Ticket {

    /** The report it began with. */
    ReportFiled report();

    /** Every objection so far, in the order it came. */
    List<ReturnCase> returns();

    /** Parts that ended before the ticket did, in the order they ended. */
    List<PastLeg> past();

    /** What was asked, consulted and paused so far. */
    Proceedings proceedings();

    /** The same ticket with other proceedings. */
    Ticket with(Proceedings changed);

    /** Where it stands, in one word. */
    TicketStatus status();

    /** What it was last dispatched as; empty before the first dispatch. */
    Optional<Order> lastOrder();

    /** The parts of the present round; empty while there is none. */
    List<LegState> legs();

    /** The ticket's id. */
    default UUID id() {
        return report().ticketId();
    }

    /** The part with this id in the present round. */
    default Optional<LegState> leg(UUID assignmentId) {
        return legs().stream()
                .filter(state -> state.leg().assignmentId().equals(assignmentId))
                .findFirst();
    }

    /** Whether a part with this id has ended before. */
    default boolean isPast(UUID assignmentId) {
        return past().stream().anyMatch(leg -> leg.assignmentId().equals(assignmentId));
    }

    /** The part of the body that leads. */
    default Optional<LegState> lead() {
        return legs().stream()
                .filter(state -> state.leg().role() == LegRole.LEAD)
                .findFirst();
    }

    /** Whether the body that leads has handled the matter; making it safe is not handling it. */
    default boolean handled() {
        return lead().filter(state ->
                        state instanceof LegState.Completed && state.leg().task() == null)
                .isPresent();
    }

    /**
     * Whether another body may get it only by way of a consultation: it came back, or is about to, after it was routed anew
     * once.
     */
    default boolean consultationRequired() {
        return switch (this) {
            case Queued t ->
                t.reason() == TicketQueued.Reason.RETURNED && ReturnTerms.consultationRequired(t, t.round());
            case Dispatched t ->
                t.returns().stream().anyMatch(ReturnCase::pending)
                        && ReturnTerms.consultationRequired(t, t.order().round());
            case NotAccepted t -> false;
            case Merged t -> false;
            case Closed t -> false;
        };
    }

    /** The part that this request suspended, while it rests. */
    default Optional<LegState.Suspended> suspended(UUID requestId) {
        return legs().stream()
                .filter(LegState.Suspended.class::isInstance)
                .map(LegState.Suspended.class::cast)
                .filter(state -> state.requestId().equals(requestId))
                .findFirst();
    }

    /** The objection with this id. */
    default Optional<ReturnCase> returnCase(UUID returnId) {
        return returns().stream()
                .filter(candidate -> candidate.returnId().equals(returnId))
                .findFirst();
    }

    /**
     * It waits for a person to say who handles it.
     *
     * @param round 0 before the first dispatch, else the round that ended
     * @param candidates bodies the rules offered
     * @param policyVersion version the rules were asked in
     * @param since from when the dispatch clock runs: the filing, or the approval of the return
     * @param previous what it was last dispatched as; null before the first dispatch
     */
    record Queued(
            ReportFiled report,
            int round,
            TicketQueued.Reason reason,
            List<String> candidates,
            String policyVersion,
            Instant since,
            @Nullable Order previous,
            List<ReturnCase> returns,
            List<PastLeg> past,
            Proceedings proceedings)
            implements Ticket {

        public Queued {
            candidates = List.copyOf(candidates);
            returns = List.copyOf(returns);
            past = List.copyOf(past);
            proceedings = proceedings == null ? Proceedings.NONE : proceedings;
        }

        @Override
        public Queued with(Proceedings changed) {
            return new Queued(
                    report, round, reason, candidates, policyVersion, since, previous, returns, past, changed);
        }

        @Override
        public TicketStatus status() {
            return TicketStatus.QUEUED;
        }

        @Override
        public Optional<Order> lastOrder() {
            return Optional.ofNullable(previous);
        }

        @Override
        public List<LegState> legs() {
            return List.of();
        }
    }

    /** Bodies have it. */
    record Dispatched(
            ReportFiled report,
            Order order,
            List<LegState> legs,
            List<ReturnCase> returns,
            List<PastLeg> past,
            Proceedings proceedings)
            implements Ticket {

        public Dispatched {
            legs = List.copyOf(legs);
            returns = List.copyOf(returns);
            past = List.copyOf(past);
            proceedings = proceedings == null ? Proceedings.NONE : proceedings;
        }

        Dispatched withLegs(List<LegState> changed) {
            return new Dispatched(report, order, changed, returns, past, proceedings);
        }

        Dispatched withReturns(List<ReturnCase> changed) {
            return new Dispatched(report, order, legs, changed, past, proceedings);
        }

        Dispatched withPast(List<PastLeg> changed) {
            return new Dispatched(report, order, legs, returns, changed, proceedings);
        }

        @Override
        public Dispatched with(Proceedings changed) {
            return new Dispatched(report, order, legs, returns, past, changed);
        }

        @Override
        public TicketStatus status() {
            if (returns.stream().anyMatch(ReturnCase::pending)) {
                return TicketStatus.RETURN_PENDING;
            }
            return legs.stream().allMatch(LegState.Completed.class::isInstance)
                    ? TicketStatus.COMPLETED
                    : TicketStatus.DISPATCHED;
        }

        @Override
        public Optional<Order> lastOrder() {
            return Optional.of(order);
        }
    }

    /** It belongs elsewhere. */
    record NotAccepted(
            ReportFiled report,
            String channel,
            String explanation,
            Instant decidedAt,
            List<ReturnCase> returns,
            List<PastLeg> past,
            Proceedings proceedings)
            implements Ticket {

        public NotAccepted {
            returns = List.copyOf(returns);
            past = List.copyOf(past);
            proceedings = proceedings == null ? Proceedings.NONE : proceedings;
        }

        @Override
        public NotAccepted with(Proceedings changed) {
            return new NotAccepted(report, channel, explanation, decidedAt, returns, past, changed);
        }

        @Override
        public TicketStatus status() {
            return TicketStatus.NOT_ACCEPTED;
        }

        @Override
        public Optional<Order> lastOrder() {
            return Optional.empty();
        }

        @Override
        public List<LegState> legs() {
            return List.of();
        }
    }

    /**
     * It is the same matter as another ticket and goes on in that one, unless the merge is undone.
     *
     * @param order what it was last dispatched as; null when it never was
     * @param into the ticket it goes on in
     */
    record Merged(
            ReportFiled report,
            @Nullable Order order,
            UUID into,
            Instant mergedAt,
            List<ReturnCase> returns,
            List<PastLeg> past,
            Proceedings proceedings)
            implements Ticket {

        public Merged {
            returns = List.copyOf(returns);
            past = List.copyOf(past);
            proceedings = proceedings == null ? Proceedings.NONE : proceedings;
        }

        @Override
        public Merged with(Proceedings changed) {
            return new Merged(report, order, into, mergedAt, returns, past, changed);
        }

        @Override
        public TicketStatus status() {
            return TicketStatus.MERGED;
        }

        @Override
        public Optional<Order> lastOrder() {
            return Optional.ofNullable(order);
        }

        @Override
        public List<LegState> legs() {
            return List.of();
        }
    }

    /**
     * The loop has ended.
     *
     * @param order what it was last dispatched as; null when it never was
     */
    record Closed(
            ReportFiled report,
            @Nullable Order order,
            List<LegState> legs,
            TicketClosed.Outcome outcome,
            Instant closedAt,
            List<ReturnCase> returns,
            List<PastLeg> past,
            Proceedings proceedings)
            implements Ticket {

        public Closed {
            legs = List.copyOf(legs);
            returns = List.copyOf(returns);
            past = List.copyOf(past);
            proceedings = proceedings == null ? Proceedings.NONE : proceedings;
        }

        @Override
        public Closed with(Proceedings changed) {
            return new Closed(report, order, legs, outcome, closedAt, returns, past, changed);
        }

        @Override
        public TicketStatus status() {
            return TicketStatus.CLOSED;
        }

        @Override
        public Optional<Order> lastOrder() {
            return Optional.ofNullable(order);
        }
    }
}
