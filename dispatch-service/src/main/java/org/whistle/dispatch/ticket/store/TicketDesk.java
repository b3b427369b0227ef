package org.whistle.dispatch.ticket.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.ticket.Decision;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketCommand;
import org.whistle.dispatch.ticket.TicketLife;

/** Carries out a dispatcher's command: load, decide, store with its events, in one session and transaction. */
@ApplicationScoped
public class TicketDesk implements PanacheRepositoryBase<TicketEntity, UUID> {

    private final Transactions transactions;
    private final Outbox outbox;
    private final Policies policies;
    private final TicketLife life;
    private final Clock clock;
    private final TimerRows timers;
    private final WhistleRows whistles;

    TicketDesk(
            Transactions transactions,
            Outbox outbox,
            Policies policies,
            TicketLife life,
            Clock clock,
            TimerRows timers,
            WhistleRows whistles) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.policies = policies;
        this.life = life;
        this.clock = clock;
        this.timers = timers;
        this.whistles = whistles;
    }

    /** What became of a command. */
    public sealed interface Result {

        /** It holds; the ticket now has this version. */
        record Done(Ticket ticket, long version) implements Result {}

        /** A rule is against it. */
        record Refused(Decision.Rejected why) implements Result {}

        /** The ticket has another version by now. */
        record Stale(long version) implements Result {}

        /** There is no such ticket, or it is not in the caller's area. */
        record Missing() implements Result {}
    }

    /**
     * Carries out a command.
     *
     * @param version the version the dispatcher saw
     * @param sees whether the caller may see what lies in this grid
     * @param command made with the instant it is decided at
     */
    public Uni<Result> carryOut(
            UUID id, long version, Function<String, Boolean> sees, Function<Instant, TicketCommand> command) {
        return carryOutOn(
                id, version, ticket -> sees.apply(ticket.report().place().grid()), command);
    }

    /**
     * The same, where more than the place says whether the ticket is the caller's to see.
     *
     * @param sees whether it is
     */
    public Uni<Result> carryOutOn(
            UUID id, long version, Predicate<Ticket> sees, Function<Instant, TicketCommand> command) {
        return transactions.inSession(() -> findById(id).chain(entity -> {
            if (entity == null || !sees.test(entity.ticket())) {
                return Uni.createFrom().item(new Result.Missing());
            }
            if (entity.version != version) {
                return Uni.createFrom().item(new Result.Stale(entity.version));
            }
            Ticket ticket = entity.ticket();
            return policies.need(ticket.lastOrder()
                            .map(Order::policyVersion)
                            .map(List::of)
                            .orElse(List.of()))
                    .chain(() -> decide(entity, ticket, command));
        }));
    }

    private Uni<Result> decide(TicketEntity entity, Ticket ticket, Function<Instant, TicketCommand> command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (life.command(ticket, command.apply(now))) {
            case TicketLife.Reply.Refused refused -> Uni.createFrom().item(new Result.Refused(refused.why()));
            case TicketLife.Reply.Done done -> {
                TicketLife.Step step = done.step();
                entity.become(step.ticket(), policies);
                yield outbox.append(step.messages().stream()
                                .map(message -> Publishing.envelope(message, now))
                                .toList())
                        .chain(this::flush)
                        .chain(() -> timers.follow(TimerRows.Change.of(ticket, step.ticket())))
                        .chain(() -> whistles.follow(ticket, step.ticket()))
                        .map(flushed -> new Result.Done(step.ticket(), entity.version));
            }
        };
    }
}
