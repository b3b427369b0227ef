package org.whistle.feedback.rating.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.feedback.Columns;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.store.LoopBatch;
import org.whistle.feedback.rating.CommunityRating;
import org.whistle.feedback.sla.store.StatisticsRows;

/**
 * Carries out a community's rating: under the loop's lock, so that two at the same time do not both come first; event
 * and rating in one transaction. The loop itself does not change, so no version is asked for.
 */
@ApplicationScoped
public class CommunityRatings {

    private static final String LAST = "select max(rated_at) as last from community_rating where assignment_id = $1";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    CommunityRatings(Transactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The instant a command is given. */
    public Instant now() {
        return clock.instant();
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Done(CommunityRated event) implements Outcome {}

        /** There is no such loop, or it is not the caller's to see. */
        record Unseen() implements Outcome {}

        record Refused(CommunityRating.Decision.Refused refusal) implements Outcome {}
    }

    /** @param visible whether the loop is the caller's to see */
    public Uni<Outcome> rate(UUID ticketId, Predicate<Matter> visible, CommunityRating.Command command) {
        return transactions.inTransaction(
                tx -> LoopBatch.open(tx, List.of(ticketId)).chain(open -> Optional.ofNullable(open.get(ticketId))
                        .map(loop ->
                                Objects.requireNonNull(loop.progress().loop()).matter())
                        .filter(visible)
                        .map(matter -> decide(tx, matter, command))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Unseen()))));
    }

    private Uni<Outcome> decide(SqlConnection tx, Matter matter, CommunityRating.Command command) {
        return tx.preparedQuery(LAST)
                .execute(Tuple.of(command.assignmentId()))
                .chain(rows -> switch (CommunityRating.decide(
                        matter, Columns.instant(rows.iterator().next(), "last"), command)) {
                    case CommunityRating.Decision.Refused refused ->
                        Uni.createFrom().<Outcome>item(new Outcome.Refused(refused));
                    case CommunityRating.Decision.Rated(CommunityRated event) ->
                        Uni.join()
                                .all(
                                        StatisticsRows.saveCommunityRatings(tx, List.of(event)),
                                        outbox.append(tx, JournalEvents.envelopes(List.of(event), command.at())))
                                .andFailFast()
                                .replaceWith(new Outcome.Done(event));
                });
    }
}
