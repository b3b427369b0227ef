package org.whistle.intake.consolidation.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.intake.consolidation.MergeCommand;
import org.whistle.intake.consolidation.MergeDecider;
import org.whistle.intake.consolidation.Standing;
import org.whistle.intake.fate.store.FateStore;
import org.whistle.intake.fate.store.FateStore.Kept;
import org.whistle.intake.report.Decision;
import org.whistle.intake.report.messaging.ReportEvents;

/** Merges tickets and undoes merges: the fates of both, the record of it and the event in one transaction. */
@ApplicationScoped
public class MergeDesk {

    /** In the order in which the journal's consumer takes them, fates before reports, so that neither waits for the other. */
    private static final String HOLD_FATES =
            "select ticket_id from fate where ticket_id = any($1) order by ticket_id for update";

    private static final String HOLD = """
            select id, ticket_no, kind, grid from report
            where id = any($1) and kind in ('ticket', 'matter') order by id for update""";

    private final Pool pool;
    private final Transactions transactions;
    private final FateStore fates;
    private final Outbox outbox;

    MergeDesk(Pool pool, Transactions transactions, FateStore fates, Outbox outbox) {
        this.pool = pool;
        this.transactions = transactions;
        this.fates = fates;
        this.outbox = outbox;
    }

    /** How a ticket of an area stands. */
    public Uni<Optional<Located>> find(UUID ticketId, AreaScope scope) {
        return pool.preparedQuery("""
                        select r.ticket_no, r.grid, r.longitude, r.latitude, coalesce(f.state, 'filed') as state,
                               coalesce(f.version, 0) as version, f.merged_into
                        from report r left join fate f on f.ticket_id = r.id
                        where r.id = $1 and r.kind = 'ticket'""").execute(Tuple.of(ticketId)).map(rows -> {
            Row row = rows.size() == 0 ? null : rows.iterator().next();
            return row == null || !scope.sees(row.getString("grid"))
                    ? Optional.empty()
                    : Optional.of(new Located(
                            ticketId,
                            row.getString("ticket_no"),
                            new Position(row.getDouble("longitude"), row.getDouble("latitude")),
                            row.getString("state"),
                            row.getLong("version"),
                            row.getUUID("merged_into")));
        });
    }

    /**
     * Merges a ticket into another.
     *
     * @param version of the ticket's fate, as the caller read it
     * @return the ticket as it is then; fails with 404 outside the caller's area, 412 when it has changed since, or with
     *     the rule that refuses it
     */
    public Uni<Merged> merge(
            UUID ticketId, UUID into, String reason, AreaScope scope, long version, Actor by, Instant at) {
        return carryOut(ticketId, into, scope, version, known -> new MergeCommand.Merge(known, reason, by, at));
    }

    /** Undoes a merge; as {@link #merge}. */
    public Uni<Merged> unmerge(UUID ticketId, String reason, AreaScope scope, long version, Actor by, Instant at) {
        return carryOut(ticketId, null, scope, version, ignored -> new MergeCommand.Unmerge(reason, by, at));
    }

    private Uni<Merged> carryOut(UUID ticketId, @Nullable UUID into, AreaScope scope, long version, Commands commands) {
        List<UUID> ids = into == null || into.equals(ticketId) ? List.of(ticketId) : List.of(ticketId, into);
        return transactions
                .inTransaction(
                        tx -> hold(tx, ids).chain(places -> fates.load(tx, ids).chain(kept -> {
                            Standing ticket = standing(ticketId, places, kept, scope);
                            if (ticket == null) {
                                throw ProblemException.notFound();
                            }
                            if (kept.get(ticketId).version() != version) {
                                throw Versions.stale();
                            }
                            MergeCommand command =
                                    commands.of(into == null ? null : standing(into, places, kept, scope));
                            return switch (MergeDecider.decide(ticket, command)) {
                                case Decision.Accepted accepted -> store(tx, ticket, kept, accepted.event(), command);
                                case Decision.Rejected rejected -> throw rejected.toProblem();
                            };
                        })))
                .onFailure(FateStore.Overtaken.class)
                .transform(overtaken -> Versions.stale());
    }

    private static Uni<Map<UUID, Row>> hold(SqlConnection tx, List<UUID> ids) {
        Tuple both = Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
        return tx.preparedQuery(HOLD_FATES)
                .execute(both)
                .chain(() -> tx.preparedQuery(HOLD).execute(both))
                .map(rows -> {
                    Map<UUID, Row> held = new HashMap<>();
                    rows.forEach(row -> held.put(row.getUUID("id"), row));
                    return held;
                });
    }

    private static @Nullable Standing standing(UUID id, Map<UUID, Row> places, Map<UUID, Kept> kept, AreaScope scope) {
        Row row = places.get(id);
        if (row == null || !scope.sees(row.getString("grid"))) {
            return null;
        }
        return new Standing(
                id,
                row.getString("ticket_no"),
                Place.ofGrid(row.getString("grid")),
                row.getString("kind").equals("ticket"),
                kept.get(id).fate());
    }

    private Uni<Merged> store(
            SqlConnection tx, Standing ticket, Map<UUID, Kept> kept, IntakeEvent event, MergeCommand command) {
        Kept before = kept.get(ticket.id());
        return switch (event) {
            case TicketMerged merged -> {
                Kept target = kept.get(merged.into());
                yield fates.save(
                                tx,
                                // The other one's version counts on, too: whoever reads it sees that more belong to it.
                                List.of(before.with(before.fate().merged(merged.into())), target),
                                command.at())
                        .chain(() -> noteMerge(tx, merged))
                        .chain(() -> publish(tx, event, command.at()))
                        .replaceWith(new Merged(
                                ticket.id(), ticket.ticketNo(), "merged", before.version() + 1, merged.into()));
            }
            case TicketUnmerged unmerged ->
                fates.save(tx, List.of(before.with(before.fate().unmerged())), command.at())
                        .chain(() -> noteUnmerge(tx, unmerged))
                        .chain(() -> publish(tx, event, command.at()))
                        .replaceWith(new Merged(ticket.id(), ticket.ticketNo(), "filed", before.version() + 1, null));
            case IntakeEvent other -> throw new IllegalStateException("no merge: " + other.getClass());
        };
    }

    private Uni<Void> publish(SqlConnection tx, IntakeEvent event, Instant at) {
        return outbox.append(tx, List.of(ReportEvents.journal(event, at)));
    }

    private static Uni<Void> noteMerge(SqlConnection tx, TicketMerged event) {
        return tx.preparedQuery("""
                        insert into ticket_merge (ticket_id, merged_at, into_id, reason, merged_by)
                        values ($1, $2, $3, $4, $5)""")
                .execute(Tuple.of(
                        event.ticketId(),
                        time(event.mergedAt()),
                        event.into(),
                        event.reason(),
                        event.by().account()))
                .replaceWithVoid();
    }

    private static Uni<Void> noteUnmerge(SqlConnection tx, TicketUnmerged event) {
        return tx.preparedQuery("""
                        update ticket_merge set unmerged_at = $2, unmerged_reason = $3, unmerged_by = $4
                        where ticket_id = $1 and unmerged_at is null""")
                .execute(Tuple.of(
                        event.ticketId(),
                        time(event.unmergedAt()),
                        event.reason(),
                        event.by().account()))
                .replaceWithVoid();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Makes the command out of the other ticket. */
    private interface Commands {

        MergeCommand of(@Nullable Standing into);
    }

    /**
     * A ticket and where it lies.
     *
     * @param version of its fate; what a merge names
     */
    public record Located(
            UUID ticketId,
            String ticketNo,
            Position position,
            String state,
            long version,
            @Nullable UUID mergedInto) {}

    /** A ticket after a merge or its undoing. */
    public record Merged(
            UUID ticketId,
            String ticketNo,
            String state,
            long version,
            @Nullable UUID mergedInto) {}
}
