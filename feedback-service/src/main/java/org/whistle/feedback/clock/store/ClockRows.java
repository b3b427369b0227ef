package org.whistle.feedback.clock.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.whistle.feedback.Columns;
import org.whistle.feedback.clock.StageClock;

/** Clocks and alerts by multi-row statements. */
public final class ClockRows {

    private static final String OF_TICKETS =
            "select * from stage_clock where ticket_id = any($1) order by ticket_id, started_at, stage, leg, run";

    private static final String SAVE = """
            insert into stage_clock (ticket_id, stage, round, leg, run, department, started_at, warn_at, due_at,
                                     supervise_at, chase_at, bulletin_at, paused_at, stopped_at, told, chased,
                                     publicised, next_at)
            select * from unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::int[], $6::text[],
                                 $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[],
                                 $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[],
                                 $15::int[], $16::boolean[], $17::boolean[], $18::timestamptz[])
            on conflict (ticket_id, stage, round, leg, run) do update
            set started_at = excluded.started_at, warn_at = excluded.warn_at, due_at = excluded.due_at,
                supervise_at = excluded.supervise_at, chase_at = excluded.chase_at,
                bulletin_at = excluded.bulletin_at, paused_at = excluded.paused_at,
                stopped_at = excluded.stopped_at, told = excluded.told, chased = excluded.chased,
                publicised = excluded.publicised, next_at = excluded.next_at, failures = 0""";

    private static final String ALERT = """
            insert into alert (id, ticket_id, stage, round, leg, run, kind, department, due_at, threshold_at,
                               noticed_at, raised_by, note, type, grid)
            select n.*, loop.type, loop.grid
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::uuid[], $6::int[], $7::text[], $8::text[],
                        $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::text[], $13::text[])
                 as n (id, ticket_id, stage, round, leg, run, kind, department, due_at, threshold_at, noticed_at,
                       raised_by, note)
            join loop on loop.ticket_id = n.ticket_id""";

    private ClockRows() {}

    /** The clocks of these tickets, locked until the transaction ends, because the timer writes them too. */
    public static Uni<List<ClockRow>> lock(SqlConnection tx, Collection<UUID> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return tx.preparedQuery(OF_TICKETS + " for update")
                .execute(Tuple.tuple().addArrayOfUUID(tickets.toArray(UUID[]::new)))
                .map(ClockRows::clocks);
    }

    /** The clocks of a ticket, to look at. */
    public static Uni<List<ClockRow>> of(SqlClient client, UUID ticket) {
        return client.preparedQuery(OF_TICKETS)
                .execute(Tuple.tuple().addArrayOfUUID(new UUID[] {ticket}))
                .map(ClockRows::clocks);
    }

    /** Stores clocks, new ones and changed ones. */
    public static Uni<Void> save(SqlConnection tx, List<StageClock> clocks) {
        if (clocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<ClockRow> rows = clocks.stream().map(ClockRow::of).toList();
        Tuple tuple = new Columns<>(rows)
                .uuid(row -> row.id.ticketId())
                .text(row -> row.id.stage())
                .number(row -> row.id.round())
                .uuid(row -> row.id.leg())
                .number(row -> row.id.run())
                .text(row -> row.department)
                .instant(row -> row.startedAt)
                .instant(row -> row.warnAt)
                .instant(row -> row.dueAt)
                .instant(row -> row.superviseAt)
                .instant(row -> row.chaseAt)
                .instant(row -> row.bulletinAt)
                .instant(row -> row.pausedAt)
                .instant(row -> row.stoppedAt)
                .number(row -> row.told)
                .flag(row -> row.chased)
                .flag(row -> row.publicised)
                .instant(row -> row.nextAt)
                .tuple();
        return tx.preparedQuery(SAVE).execute(tuple).replaceWithVoid();
    }

    /** Stores alerts; the loops they are about are there. */
    public static Uni<Void> alert(SqlConnection tx, List<AlertRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = new Columns<>(rows)
                .uuid(row -> row.id())
                .uuid(row -> row.clock().ticketId())
                .text(row -> row.clock().stage())
                .number(row -> row.clock().round())
                .uuid(row -> row.clock().leg())
                .number(row -> row.clock().run())
                .text(row -> row.kind())
                .text(row -> row.department())
                .instant(row -> row.dueAt())
                .instant(row -> row.thresholdAt())
                .instant(row -> row.noticedAt())
                .text(row -> row.raisedBy())
                .text(row -> row.note())
                .tuple();
        return tx.preparedQuery(ALERT).execute(tuple).replaceWithVoid();
    }

    static List<ClockRow> clocks(RowSet<Row> rows) {
        List<ClockRow> clocks = new ArrayList<>();
        rows.forEach(row -> clocks.add(clock(row)));
        return clocks;
    }

    static ClockRow clock(Row row) {
        ClockRow clock = new ClockRow();
        clock.id = new ClockId(
                row.getUUID("ticket_id"),
                row.getString("stage"),
                row.getInteger("round"),
                row.getUUID("leg"),
                row.getInteger("run"));
        clock.department = row.getString("department");
        clock.startedAt = Objects.requireNonNull(Columns.instant(row, "started_at"));
        clock.warnAt = Objects.requireNonNull(Columns.instant(row, "warn_at"));
        clock.dueAt = Objects.requireNonNull(Columns.instant(row, "due_at"));
        clock.superviseAt = Objects.requireNonNull(Columns.instant(row, "supervise_at"));
        clock.chaseAt = Columns.instant(row, "chase_at");
        clock.bulletinAt = Columns.instant(row, "bulletin_at");
        clock.pausedAt = Columns.instant(row, "paused_at");
        clock.stoppedAt = Columns.instant(row, "stopped_at");
        clock.told = row.getInteger("told");
        clock.chased = row.getBoolean("chased");
        clock.publicised = row.getBoolean("publicised");
        clock.failures = row.getInteger("failures");
        clock.nextAt = Columns.instant(row, "next_at");
        return clock;
    }
}
