package org.whistle.feedback.loop.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.Columns;
import org.whistle.feedback.clock.store.ClockRow;
import org.whistle.feedback.clock.store.ClockRows;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.Matter;

/** Loops to look at. */
@ApplicationScoped
public class LoopQueries {

    private static final String ONE = "select * from loop where ticket_id = $1";

    private static final String ALERTS = "select * from alert where ticket_id = $1 order by threshold_at, id";

    private static final String VERIFICATIONS = "select * from verification where ticket_id = $1 order by verified_at";

    private static final String CALLBACKS = "select * from callback where ticket_id = $1 order by cycle";

    private static final String ATTEMPTS = "select * from callback_attempt where ticket_id = $1 order by called_at";

    private static final String TASKS =
            """
                    select * from loop
                    where state = $1 and stage_due_at is not null and (stage_due_at, ticket_id) > ($2, $3) and """ + AreaScope.condition("grid", 4) + " order" + " by stage_due_at," + " ticket_id" + " limit" + " $5";

    private final Pool pool;

    LoopQueries(Pool pool) {
        this.pool = pool;
    }

    /** What a ticket is about and who has it; empty when it is unknown. */
    public Uni<Optional<Matter>> matter(UUID ticketId) {
        return pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(row(connection, ticketId), LoopRows.legs(connection, List.of(ticketId)))
                .with((loop, legs) ->
                        loop.map(row -> LoopMapping.toLoop(row, legs).matter())));
    }

    /** A loop with everything that is known of it; empty when it is unknown. */
    public Uni<Optional<Detail>> detail(UUID ticketId) {
        return pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(
                        row(connection, ticketId),
                        LoopRows.legs(connection, List.of(ticketId)),
                        ClockRows.of(connection, ticketId),
                        list(connection, ALERTS, ticketId, LoopQueries::alert),
                        list(connection, VERIFICATIONS, ticketId, LoopQueries::verification),
                        list(connection, CALLBACKS, ticketId, LoopQueries::callback),
                        list(connection, ATTEMPTS, ticketId, LoopQueries::attempt))
                .with((loop, legs, clocks, alerts, found, calls, attempts) ->
                        loop.map(row -> new Detail(row, legs, clocks, alerts, found, calls, attempts))));
    }

    /**
     * Tasks of one state, the most urgent first.
     *
     * @param request its cursor holds due instant and ticket id
     */
    public Uni<List<LoopRow>> tasks(String state, AreaScope scope, PageRequest request) {
        Cursor after = request.cursor();
        Tuple tuple = Tuple.tuple()
                .addString(state)
                .addOffsetDateTime(Columns.at(after == null ? Instant.EPOCH : after.instant(0)))
                .addUUID(after == null ? new UUID(0, 0) : after.uuid(1))
                .addArrayOfString(scope.patterns())
                .addInteger(request.fetch());
        return pool.preparedQuery(TASKS).execute(tuple).map(rows -> list(rows, LoopRows::loop));
    }

    private static Uni<Optional<LoopRow>> row(SqlClient client, UUID ticketId) {
        return list(client, ONE, ticketId, LoopRows::loop)
                .map(rows -> rows.stream().findFirst());
    }

    private static <T> Uni<List<T>> list(SqlClient client, String sql, UUID ticketId, Function<Row, T> form) {
        return client.preparedQuery(sql).execute(Tuple.of(ticketId)).map(rows -> list(rows, form));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> form) {
        List<T> list = new ArrayList<>();
        rows.forEach(row -> list.add(form.apply(row)));
        return list;
    }

    private static Alert alert(Row row) {
        return new Alert(
                row.getString("kind"),
                row.getString("stage"),
                row.getInteger("round"),
                row.getString("department"),
                instant(row, "due_at"),
                instant(row, "threshold_at"),
                instant(row, "noticed_at"),
                row.getString("raised_by"),
                row.getString("note"));
    }

    private static Verification verification(Row row) {
        return new Verification(
                row.getBoolean("fixed"),
                row.getString("note"),
                row.getInteger("metres"),
                List.of(row.getArrayOfUUIDs("photos")),
                row.getUUID("assignment_id"),
                row.getString("verified_by"),
                instant(row, "verified_at"));
    }

    private static Callback callback(Row row) {
        return new Callback(
                row.getInteger("cycle"),
                row.getString("department"),
                instant(row, "opened_at"),
                instant(row, "due_at"),
                Columns.instant(row, "contacted_at"),
                row.getString("channel"),
                row.getBoolean("solved"),
                row.getString("satisfaction"),
                row.getString("comment"),
                row.getString("answered_by"));
    }

    private static Attempt attempt(Row row) {
        return new Attempt(
                row.getInteger("cycle"),
                row.getString("channel"),
                row.getString("called_by"),
                instant(row, "called_at"));
    }

    private static Instant instant(Row row, String column) {
        return Objects.requireNonNull(Columns.instant(row, column));
    }

    /** Everything about one loop. */
    public record Detail(
            LoopRow loop,
            List<LegRow> legs,
            List<ClockRow> clocks,
            List<Alert> alerts,
            List<Verification> verifications,
            List<Callback> callbacks,
            List<Attempt> attempts) {

        /** The loop itself. */
        public Loop toLoop() {
            return LoopMapping.toLoop(loop, legs);
        }

        /** What the ticket is about and who has it. */
        public Matter matter() {
            return toLoop().matter();
        }
    }

    /**
     * A threshold that was passed, or a person's chasing.
     *
     * @param raisedBy who chased; absent for what a clock passed
     */
    public record Alert(
            String kind,
            String stage,
            int round,
            @Nullable String department,
            Instant dueAt,
            Instant thresholdAt,
            Instant noticedAt,
            @Nullable String raisedBy,
            @Nullable String note) {}

    /**
     * What somebody found on site.
     *
     * @param metres from the reported position
     * @param assignmentId the leg that was sent back
     */
    public record Verification(
            boolean fixed,
            @Nullable String note,
            int metres,
            List<UUID> photos,
            @Nullable UUID assignmentId,
            String by,
            Instant verifiedAt) {}

    /**
     * One time that the reporter had to be told and asked.
     *
     * @param cycle 1, and one more for each reopening
     */
    public record Callback(
            int cycle,
            @Nullable String department,
            Instant openedAt,
            Instant dueAt,
            @Nullable Instant contactedAt,
            @Nullable String channel,
            @Nullable Boolean solved,
            @Nullable String satisfaction,
            @Nullable String comment,
            @Nullable String by) {}

    /** A call without contact. */
    public record Attempt(int cycle, String channel, String by, Instant calledAt) {}
}
