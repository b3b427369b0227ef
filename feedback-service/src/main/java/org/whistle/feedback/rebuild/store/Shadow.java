package org.whistle.feedback.rebuild.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.feedback.Columns;
import org.whistle.feedback.Wording;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.store.LoopBatch;
import org.whistle.feedback.loop.store.MergedRows;
import org.whistle.feedback.loop.store.OpenLoop;
import org.whistle.feedback.rebuild.Replay;
import org.whistle.feedback.sla.store.StatisticsRows;

/**
 * The facts as the journal has them, in the schema {@code rebuild}: tables of the same form and names as the running
 * ones, so that the same statements write them, without their triggers. A ticket whose history could not be followed
 * stands in {@code seen} with the reason.
 */
@ApplicationScoped
public class Shadow {

    private static final List<String> TABLES =
            List.of("loop", "leg", "callback", "leg_rating", "community_rating", "stage_clock");

    private static final String CREATE = """
            create table rebuild.seen (ticket_id uuid primary key, "partition" integer not null,
                                       last_offset bigint not null, gap text);
            create table rebuild.candidate (ticket_id uuid primary key, tries integer not null default 0);
            alter table rebuild.loop add primary key (ticket_id);
            create index on rebuild.loop (merged_into) where merged_into is not null;
            alter table rebuild.leg add primary key (assignment_id);
            create index on rebuild.leg (ticket_id);
            alter table rebuild.callback add primary key (ticket_id, cycle);
            alter table rebuild.leg_rating add primary key (assignment_id);
            alter table rebuild.community_rating add primary key (assignment_id);
            alter table rebuild.stage_clock add primary key (ticket_id, stage, round, leg, run)""";

    private static final String DUE = """
            insert into callback (ticket_id, cycle, department, type, grid, opened_at, due_at)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
                                 $7::timestamptz[]) on conflict (ticket_id, cycle) do nothing""";

    private static final String ANSWERED = """
            update callback set contacted_at = n.contacted_at, channel = n.channel, solved = n.solved,
                                satisfaction = n.satisfaction
            from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::boolean[], $6::text[])
                 as n (ticket_id, cycle, contacted_at, channel, solved, satisfaction)
            where callback.ticket_id = n.ticket_id and callback.cycle = n.cycle""";

    private static final String SEEN = """
            insert into seen as s (ticket_id, "partition", last_offset, gap)
            select * from unnest($1::uuid[], $2::int[], $3::bigint[], $4::text[])
            on conflict (ticket_id) do update set last_offset = greatest(s.last_offset, excluded.last_offset),
                                                  gap = coalesce(s.gap, excluded.gap)""";

    private static final String GAPS = "select ticket_id from seen where ticket_id = any($1) and gap is not null";

    private static final String EXCUSE = "update leg set excused = true where assignment_id = any($1)";

    private final Pool pool;

    Shadow(Pool pool) {
        this.pool = pool;
    }

    /**
     * What one stretch of the journal made of its tickets.
     *
     * @param moved loops that moved
     * @param answers call-backs due and answered, each with its ticket
     * @param merged tickets merged into others
     * @param excused legs that an appeal excused
     */
    public record Stretch(
            List<OpenLoop> moved,
            List<Called> answers,
            List<UUID> merged,
            List<TicketClosed> closings,
            List<UUID> whistled,
            List<LegRated> ratings,
            List<CommunityRated> communities,
            List<UUID> excused,
            Collection<Seen> seen) {}

    /** A call-back of a ticket. */
    public record Called(UUID ticketId, Replay.Call call) {}

    /** The last that was seen of a ticket, and why it cannot be followed; null when it can. */
    public record Seen(
            UUID ticketId,
            int partition,
            long offset,
            @Nullable String gap) {}

    /** Makes the tables anew. */
    public Uni<Void> create() {
        StringBuilder sql = new StringBuilder("drop schema if exists rebuild cascade; create schema rebuild; ");
        for (String table : TABLES) {
            sql.append("create table rebuild." + table + " (like " + table
                    + " including defaults including generated including constraints); ");
        }
        return pool.withTransaction(tx -> tx.query(sql + CREATE).execute()).replaceWithVoid();
    }

    /** Lets them go. */
    public Uni<Void> drop() {
        return pool.query("drop schema if exists rebuild cascade").execute().replaceWithVoid();
    }

    /** Whether a rebuild is under way or was interrupted. */
    public Uni<Boolean> exists() {
        return pool.query("select to_regclass('rebuild.candidate') is not null")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Work on these tables as if they were the running ones, in one transaction. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(tx ->
                tx.query("set local search_path = rebuild, public").execute().chain(() -> work.apply(tx)));
    }

    /** The loops of these tickets as far as they have been followed. */
    public Uni<Map<UUID, OpenLoop>> open(SqlConnection tx, Collection<UUID> tickets) {
        return LoopBatch.open(tx, tickets);
    }

    /** Which of these cannot be followed. */
    public Uni<List<UUID>> gaps(SqlConnection tx, Collection<UUID> tickets) {
        return tx.preparedQuery(GAPS)
                .execute(Tuple.tuple().addArrayOfUUID(tickets.toArray(UUID[]::new)))
                .map(rows -> {
                    List<UUID> found = new ArrayList<>();
                    rows.forEach(row -> found.add(row.getUUID(0)));
                    return found;
                });
    }

    /** Stores a stretch; loops first, then what hangs on them. */
    public Uni<Void> store(SqlConnection tx, Stretch stretch) {
        return LoopBatch.store(tx, stretch.moved(), List.of())
                .chain(() -> due(tx, stretch.answers()))
                .chain(() -> answered(tx, stretch.answers()))
                .chain(() -> MergedRows.merged(tx, stretch.merged()))
                .chain(() -> MergedRows.close(tx, stretch.closings()))
                .chain(() -> some(stretch.whistled(), () -> StatisticsRows.markWhistled(tx, stretch.whistled())))
                .chain(() -> some(stretch.ratings(), () -> StatisticsRows.saveRatings(tx, stretch.ratings())))
                .chain(() -> some(
                        stretch.communities(), () -> StatisticsRows.saveCommunityRatings(tx, stretch.communities())))
                .chain(() -> some(stretch.excused(), () -> tx.preparedQuery(EXCUSE)
                        .execute(Tuple.tuple().addArrayOfUUID(stretch.excused().toArray(UUID[]::new)))
                        .replaceWithVoid()))
                .chain(() -> seen(tx, List.copyOf(stretch.seen())));
    }

    private static Uni<Void> some(Collection<?> what, Supplier<Uni<Void>> work) {
        return what.isEmpty() ? Uni.createFrom().voidItem() : work.get();
    }

    private static Uni<Void> due(SqlConnection tx, List<Called> calls) {
        List<Loop.AwaitingAnswer> due = calls.stream()
                .filter(called -> called.call() instanceof Replay.Call.Due)
                .map(called -> ((Replay.Call.Due) called.call()).loop())
                .toList();
        return some(due, () -> tx.preparedQuery(DUE)
                .execute(new Columns<>(due)
                        .uuid(loop -> loop.matter().ticketId())
                        .number(loop -> loop.matter().reopened() + 1)
                        .text(loop ->
                                loop.matter().lead().map(LoopLeg::department).orElse(null))
                        .text(loop -> loop.matter().type())
                        .text(loop -> loop.matter().grid())
                        .instant(Loop.AwaitingAnswer::verifiedAt)
                        .instant(Loop.AwaitingAnswer::dueAt)
                        .tuple())
                .replaceWithVoid());
    }

    private record Answer(UUID ticketId, Replay.Call.Answered call) {}

    private static Uni<Void> answered(SqlConnection tx, List<Called> calls) {
        List<Answer> answers = calls.stream()
                .filter(called -> called.call() instanceof Replay.Call.Answered)
                .map(called -> new Answer(called.ticketId(), (Replay.Call.Answered) called.call()))
                .toList();
        return some(answers, () -> tx.preparedQuery(ANSWERED)
                .execute(new Columns<>(answers)
                        .uuid(Answer::ticketId)
                        .number(answer -> answer.call().cycle())
                        .instant(answer -> answer.call().answer().answeredAt())
                        .text(answer -> Wording.word(answer.call().answer().channel()))
                        .flag(answer -> answer.call().answer().solved())
                        .text(answer -> Wording.word(answer.call().answer().satisfaction()))
                        .tuple())
                .replaceWithVoid());
    }

    private static Uni<Void> seen(SqlConnection tx, List<Seen> seen) {
        return some(seen, () -> tx.preparedQuery(SEEN)
                .execute(new Columns<>(seen)
                        .uuid(Seen::ticketId)
                        .number(Seen::partition)
                        .bigint(Seen::offset)
                        .text(Seen::gap)
                        .tuple())
                .replaceWithVoid());
    }
}
