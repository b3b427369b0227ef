package org.whistle.feedback.rebuild.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What counts, as it is kept and as the journal has it. Only tickets whose whole history the journal has are compared;
 * others stay as they are.
 */
@ApplicationScoped
public class Differences {

    /** What is compared: columns that decide where and how a row counts, and with them the state it comes from. */
    private enum Table {
        LOOP(
                "ticket_id",
                "state, type, grid, filed_at, first_dispatched_at, first_department, lead_department, returns, reworks,"
                        + " close_due_at, closed_at, outcome, merged_into, whistled",
                "condition, urgency, round, reopened, since, stage_due_at",
                "version, ticket_no, matter, longitude, latitude, filed_by, journal_partition, attempts"),
        LEG(
                "assignment_id",
                "ticket_id, department, role, type, grid, due_at, paused_at, completed_at, ended_at, extensions, excused",
                "round, issued_at, accepted_at, reworked_at, rework_pending, reworks, ended_by, task, suspended_until,"
                        + " checked_in_at",
                ""),
        CALLBACK(
                "ticket_id, cycle",
                "department, type, grid, due_at, contacted_at, solved, satisfaction",
                "opened_at, channel",
                ""),
        LEG_RATING("assignment_id", "ticket_id, department, type, grid, rating, rated_at", "comment, rated_by", ""),
        COMMUNITY_RATING(
                "assignment_id",
                "ticket_id, department, type, grid, rating, rated_at",
                "community, comment, rated_by",
                "");

        private final List<String> key;
        private final List<String> compared;
        private final List<String> carried;
        private final List<String> fixed;

        /**
         * @param compared decide what counts
         * @param carried follow them when a row is put right
         * @param fixed are written only with a new row
         */
        Table(String key, String compared, String carried, String fixed) {
            this.key = columns(key);
            this.compared = columns(compared);
            this.carried = columns(carried);
            this.fixed = columns(fixed);
        }

        private static List<String> columns(String text) {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(column -> !column.isEmpty())
                    .toList();
        }

        private String sql() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String each(List<String> columns, String format) {
            return columns.stream().map(column -> String.format(format, column)).collect(Collectors.joining(", "));
        }

        private String document(String alias) {
            return "jsonb_build_object(" + each(compared, "'%1$s', " + alias + ".%1$s") + ")";
        }

        /** Rows that differ, of tickets that are seen whole; {@code %s} narrows the tickets {@code x}. */
        private String differing(String tickets) {
            String id =
                    key.stream().map(column -> "%1$s." + column + "::text").collect(Collectors.joining(" || '/' || "));
            return "select coalesce(s.ticket_id, r.ticket_id) as ticket_id, '" + sql() + "' as fact, coalesce("
                    + String.format(id, "s") + ", " + String.format(id, "r") + ") as fact_id, case when r.ticket_id is"
                    + " null then null else " + document("r") + " end as kept, case when s.ticket_id is null then null"
                    + " else " + document("s") + " end as journal from (select f.* from rebuild." + sql()
                    + " f join rebuild.seen x using (ticket_id) where " + tickets + ") s full join (select f.* from "
                    + "public." + sql() + " f join rebuild.seen x using (ticket_id) where " + tickets + ") r on "
                    + key.stream()
                            .map(column -> "s." + column + " = r." + column)
                            .collect(Collectors.joining(" and "))
                    + " where s.ticket_id is null or r.ticket_id is null or row(" + each(compared, "s.%s")
                    + ") is distinct from row(" + each(compared, "r.%s") + ")";
        }

        private List<String> repair() {
            List<String> all = new ArrayList<>(key);
            all.addAll(compared);
            all.addAll(carried);
            all.addAll(fixed);
            List<String> changing = new ArrayList<>(compared);
            changing.addAll(carried);
            String match =
                    key.stream().map(column -> "s." + column + " = r." + column).collect(Collectors.joining(" and "));
            String set = each(changing, "%1$s = excluded.%1$s") + (this == LOOP ? ", version = r.version + 1" : "");
            List<String> statements = new ArrayList<>();
            // A ticket itself is never taken away: what hangs on it would hang on nothing.
            if (this != LOOP) {
                statements.add(
                        "delete from public." + sql() + " r where r.ticket_id = any($1) and not exists (select from"
                                + " rebuild." + sql() + " s where " + match + ")");
            }
            statements.add("insert into public." + sql() + " as r (" + String.join(", ", all) + ") select "
                    + String.join(", ", all) + " from rebuild." + sql() + " s where s.ticket_id = any($1)"
                    + " on conflict (" + String.join(", ", key) + ") do update set " + set + " where row("
                    + each(compared, "r.%s") + ") is distinct from row(" + each(compared, "excluded.%s") + ")");
            return statements;
        }
    }

    private static final String WHOLE = "x.gap is null";

    private static final String DIFFERING = Arrays.stream(Table.values())
            .map(table -> table.differing(WHOLE + " and x.ticket_id = any($1)"))
            .collect(Collectors.joining(" union all "));

    // Clocks of a ticket that was lost: those that have passed a threshold were told, or would come too late.
    private static final String CLOCKS = """
            insert into public.stage_clock
            select c.* from rebuild.stage_clock c
            where c.ticket_id = any($1) and not exists (select from public.loop l where l.ticket_id = c.ticket_id)
            on conflict do nothing""";

    private static final String QUIET_CLOCKS =
            "update rebuild.stage_clock set next_at = null where ticket_id = any($1) and warn_at <= now()";

    private final Pool pool;

    Differences(Pool pool) {
        this.pool = pool;
    }

    /**
     * A fact that is not as the journal has it.
     *
     * @param fact {@code loop}, {@code leg}, {@code callback}, {@code leg_rating} or {@code community_rating}
     * @param kept what counts of it, as JSON; null when there is none
     * @param journal the same as the journal has it; null when it has none
     */
    public record Difference(
            UUID ticketId,
            String fact,
            String factId,
            @Nullable String kept,
            @Nullable String journal) {}

    /** Notes the tickets that differ, to be looked at one by one; answers how many. Beneath a place, or everywhere. */
    public Uni<Long> find(@Nullable String place) {
        String differing = Arrays.stream(Table.values())
                .map(table -> table.differing(WHOLE))
                .collect(Collectors.joining(" union all "));
        String sql = "insert into rebuild.candidate (ticket_id) select distinct d.ticket_id from (" + differing
                + ") d join rebuild.loop l using (ticket_id) where $1::text is null or l.grid like $1 || '%'"
                + " on conflict do nothing";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(place))
                .chain(() ->
                        pool.query("select count(*) from rebuild.candidate").execute())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** What differs of these tickets. */
    public Uni<List<Difference>> of(SqlConnection tx, Collection<UUID> tickets) {
        return tx.preparedQuery(DIFFERING).execute(ids(tickets)).map(rows -> {
            List<Difference> found = new ArrayList<>();
            for (Row row : rows) {
                found.add(new Difference(
                        row.getUUID("ticket_id"),
                        row.getString("fact"),
                        row.getString("fact_id"),
                        text(row, "kept"),
                        text(row, "journal")));
            }
            return found;
        });
    }

    private static @Nullable String text(Row row, String column) {
        Object json = row.getValue(column);
        return json == null ? null : json.toString();
    }

    /** Makes what is kept of these tickets what the journal has; the counts change in the same transaction. */
    public Uni<Void> repair(SqlConnection tx, Collection<UUID> tickets) {
        Uni<Void> done = tx.preparedQuery(QUIET_CLOCKS)
                .execute(ids(tickets))
                .chain(() -> tx.preparedQuery(CLOCKS).execute(ids(tickets)))
                .replaceWithVoid();
        for (Table table : Table.values()) {
            for (String sql : table.repair()) {
                done = done.chain(
                        () -> tx.preparedQuery(sql).execute(ids(tickets)).replaceWithVoid());
            }
        }
        return done;
    }

    private static Tuple ids(Collection<UUID> tickets) {
        return Tuple.tuple().addArrayOfUUID(tickets.toArray(UUID[]::new));
    }
}
