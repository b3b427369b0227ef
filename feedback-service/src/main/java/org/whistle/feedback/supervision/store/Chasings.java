package org.whistle.feedback.supervision.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.feedback.Columns;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.clock.store.AlertRow;
import org.whistle.feedback.clock.store.ClockRows;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.store.LoopBatch;
import org.whistle.feedback.loop.store.OpenLoop;
import org.whistle.feedback.supervision.Chasing;

/**
 * Carries out a person's chasing: under the loop's lock, so that two at the same time do not both come first; event and
 * alert in one transaction. The loop itself does not change, so no version is asked for.
 */
@ApplicationScoped
public class Chasings {

    private static final String LAST =
            "select max(threshold_at) as last from alert where ticket_id = $1 and raised_by = $2";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final Chasing chasing;

    Chasings(
            Transactions transactions,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "whistle.chasing.pause", defaultValue = "PT1H") Duration pause) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
        this.chasing = new Chasing(pause);
    }

    /** The instant a command is given. */
    public Instant now() {
        return clock.instant();
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** @param id of the alert that tells it */
        record Done(UUID id, TicketChased event) implements Outcome {}

        /** There is no such loop, or it is not the caller's to see. */
        record Unseen() implements Outcome {}

        record Refused(Chasing.Decision.Refused refusal) implements Outcome {}
    }

    /** @param visible whether the loop is the caller's to see */
    public Uni<Outcome> chase(UUID ticketId, Predicate<Matter> visible, Chasing.Command command) {
        return transactions.inTransaction(
                tx -> LoopBatch.open(tx, List.of(ticketId)).chain(open -> Optional.ofNullable(open.get(ticketId))
                        .filter(loop -> visible.test(
                                Objects.requireNonNull(loop.progress().loop()).matter()))
                        .map(loop -> decide(tx, loop, command))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Unseen()))));
    }

    private Uni<Outcome> decide(SqlConnection tx, OpenLoop loop, Chasing.Command command) {
        return tx.preparedQuery(LAST)
                .execute(Tuple.of(loop.ticketId(), command.by().account()))
                .chain(rows -> switch (chasing.decide(
                        loop.progress(), Columns.instant(rows.iterator().next(), "last"), command)) {
                    case Chasing.Decision.Refused refused ->
                        Uni.createFrom().<Outcome>item(new Outcome.Refused(refused));
                    case Chasing.Decision.Chased chased -> store(tx, chased, command);
                });
    }

    private Uni<Outcome> store(SqlConnection tx, Chasing.Decision.Chased chased, Chasing.Command command) {
        AlertRow alert = AlertRow.chased(chased.clock(), command.by().account(), command.note(), command.at());
        return Uni.join()
                .all(
                        ClockRows.alert(tx, List.of(alert)),
                        outbox.append(tx, JournalEvents.envelopes(List.of(chased.event()), command.at())))
                .andFailFast()
                .replaceWith(new Outcome.Done(alert.id(), chased.event()));
    }
}
