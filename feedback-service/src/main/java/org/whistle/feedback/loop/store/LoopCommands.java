package org.whistle.feedback.loop.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.photo.PhotoStore;
import org.whistle.chassis.store.GroupCommit;
import org.whistle.chassis.store.Transactions;
import org.whistle.feedback.FeedbackMetrics;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.policy.Policies;

/**
 * Carries out people's commands, each on one loop and under the version the person has seen. Those that arrive together
 * share one transaction: their loops and photos are locked, each is decided in turn on what those before it left, and
 * all is written by the same few statements, however many there are. A refusal is an answer and touches nobody else.
 *
 * <p>The lock puts commands in one line with the journal's consumer, which locks in the same order; so the version
 * needs no second look when the row is written.
 */
@ApplicationScoped
public class LoopCommands {

    private static final Logger LOG = Logger.getLogger(LoopCommands.class);

    private final PhotoStore photos;
    private final Outbox outbox;
    private final Policies policies;
    private final FeedbackMetrics metrics;
    private final Clock clock;
    private final AuditTrail audit;
    private final GroupCommit<Wish, Carried> commits;

    /**
     * @param batch most commands of one transaction
     * @param flights most transactions at a time
     * @param interval shortest time between the beginnings of two transactions
     */
    LoopCommands(
            Transactions transactions,
            PhotoStore photos,
            Outbox outbox,
            Policies policies,
            FeedbackMetrics metrics,
            Clock clock,
            AuditTrail audit,
            @ConfigProperty(name = "whistle.commands.batch", defaultValue = "256") int batch,
            @ConfigProperty(name = "whistle.commands.flights", defaultValue = "1") int flights,
            @ConfigProperty(name = "whistle.commands.interval", defaultValue = "PT0.01S") Duration interval) {
        this.photos = photos;
        this.outbox = outbox;
        this.policies = policies;
        this.metrics = metrics;
        this.clock = clock;
        this.audit = audit;
        this.commits = new GroupCommit<>(transactions, batch, flights, interval, this::carryOut);
    }

    /** The instant a command is given. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Carries out a command; answers after the commit.
     *
     * @param expected the version the caller has seen
     * @param access whether the command is the caller's to give; only looks at the matter, and does not throw
     */
    public Uni<Outcome> execute(UUID ticketId, long expected, Function<Matter, Access> access, LoopCommand command) {
        return commits.submit(new Wish(ticketId, expected, access, command)).map(this::answer);
    }

    /** Carries out a command of somebody who sees no versions, on the ticket as it is; answers after the commit. */
    public Uni<Outcome> execute(UUID ticketId, Function<Matter, Access> access, LoopCommand command) {
        return commits.submit(new Wish(ticketId, null, access, command)).map(this::answer);
    }

    /** Counts after the commit, so that a batch that had to be tried again counts once. */
    private Outcome answer(Carried carried) {
        metrics.count(carried.alarms());
        metrics.countEvents(carried.events());
        if (carried.outcome() instanceof Outcome.Done(LoopRow row)) {
            LOG.debugf("ticket %s is %s", row.ticketId, row.state);
        }
        return carried.outcome();
    }

    private Uni<List<Carried>> carryOut(SqlConnection tx, List<Wish> wishes) {
        List<UUID> tickets = wishes.stream().map(Wish::ticketId).distinct().toList();
        List<UUID> shown =
                wishes.stream().flatMap(wish -> wish.photos().stream()).toList();
        // They travel together and are carried out in this order: loops first, then what hangs on them, then photos.
        return Uni.combine()
                .all()
                .unis(LoopBatch.open(tx, tickets), photos.lock(tx, shown))
                .asTuple()
                .chain(locked -> {
                    Map<UUID, OpenLoop> open = locked.getItem1();
                    CommandBatch batch = new CommandBatch(open, locked.getItem2(), policies.current());
                    List<Carried> carried = wishes.stream().map(batch::carryOut).toList();
                    return Uni.join()
                            .all(
                                    LoopBatch.store(tx, batch.moved(), batch.alerts()),
                                    batch.records().store(tx),
                                    photos.bind(tx, batch.photos()),
                                    outbox.append(tx, batch.envelopes()),
                                    audit.append(tx, batch.attempts()))
                            .andFailFast()
                            .replaceWith(carried);
                });
    }
}
