package org.whistle.intake.wish.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.community.WishLapsed;
import org.whistle.intake.wish.WishDecider;

/** Lets wishes lapse that nobody claimed in time; any number of instances share them, and none is told twice. */
@ApplicationScoped
public class WishLapse {

    private static final Logger LOG = Logger.getLogger(WishLapse.class);
    private static final int BATCH = 100;

    private static final String DUE = """
            select * from wish where state = 'dispatched' and claim_by <= $1
            order by claim_by limit $2 for update skip locked""";

    private final Transactions transactions;
    private final WishDesk desk;
    private final Clock clock;

    WishLapse(Transactions transactions, WishDesk desk, Clock clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return due().replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("wishes whose time is up could not be ended: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Ends what is due now. @return how many */
    public Uni<Integer> due() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions
                .inTransaction(tx -> batch(tx, now))
                .chain(count -> count < BATCH ? Uni.createFrom().item(count) : due().map(more -> count + more));
    }

    private Uni<Integer> batch(SqlConnection tx, Instant now) {
        return tx.preparedQuery(DUE).execute(Tuple.of(WishRows.at(now), BATCH)).chain(rows -> {
            List<StoredWish> wishes = new ArrayList<>();
            rows.forEach(row -> wishes.add(StoredWish.of(row)));
            return Multi.createFrom()
                    .iterable(wishes)
                    .onItem()
                    .transformToUniAndConcatenate(wish -> lapse(tx, wish, now))
                    .collect()
                    .asList()
                    .replaceWith(wishes.size());
        });
    }

    private Uni<StoredWish> lapse(SqlConnection tx, StoredWish wish, Instant now) {
        WishLapsed lapsed = WishDecider.lapse(wish.toWish(), now);
        if (lapsed == null) {
            throw new IllegalStateException("wish " + wish.id() + " is not due");
        }
        WishStep step = new WishStep("lapsed", null, null, List.of(), "system", null, lapsed.lapsedAt());
        return desk.follow(tx, wish, lapsed, step, now);
    }
}
