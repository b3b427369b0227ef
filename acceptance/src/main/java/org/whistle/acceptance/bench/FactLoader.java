package org.whistle.acceptance.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.whistle.district.Condition;
import org.whistle.district.District;
import org.whistle.district.IssueType;

/**
 * A year of a district's tickets as feedback-service keeps them, brought into its own tables by COPY and not by the
 * service: nobody waits for a million lives. Its own function counts them, as it does when an operator has the numbers
 * rebuilt. 15 streets of 10 communities of 10 grids, the sample's types and bodies; 85 % are handled well in time,
 * the last days' are still open. Nothing of them is on the journal.
 */
final class FactLoader {

    /** Who filed them, so that they are known again. */
    static final String FILER = "bench-facts";

    private static final int CHUNK = 25_000;
    private static final long YEAR = Duration.ofDays(365).toSeconds();

    private final String url;
    private final String user;
    private final String password;
    private final Consumer<String> say;
    private final Instant now = Instant.now();
    private final List<IssueType> types = District.sample().types();
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

    FactLoader(String url, String user, String password, Consumer<String> say) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.say = say;
        COLUMNS.keySet().forEach(table -> rows.put(table, new StringBuilder()));
    }

    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(
                "loop",
                "ticket_id, version, state, ticket_no, matter, type, condition, urgency, grid, longitude, latitude,"
                        + " filed_by, filed_at, journal_partition, round, reopened, reworks, returns, attempts,"
                        + " first_dispatched_at, first_department, lead_department, since, close_due_at, closed_at,"
                        + " outcome, whistled");
        COLUMNS.put(
                "leg",
                "assignment_id, ticket_id, round, department, role, type, grid, issued_at, due_at, accepted_at,"
                        + " completed_at, rework_pending, reworks, extensions");
        COLUMNS.put(
                "callback",
                "ticket_id, cycle, department, type, grid, opened_at, due_at, contacted_at, channel, solved,"
                        + " satisfaction");
        COLUMNS.put("leg_rating", "assignment_id, ticket_id, department, type, grid, rating, rated_by, rated_at");
        COLUMNS.put("reported", "report_id, ticket_id, reporter, grid, type, filed_at");
    }

    /** Brings it to at least so many; answers how many there are. */
    long load(long wanted) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            long there = number(statement, "select count(*) from loop where filed_by = '" + FILER + "'");
            if (there >= wanted) {
                return there;
            }
            connection.setAutoCommit(false);
            // All or nothing: were it to end on the way, the counting of single changes must not stay switched off.
            triggers(statement, "disable");
            for (long from = there; from < wanted; from += CHUNK) {
                for (long i = from; i < Math.min(from + CHUNK, wanted); i++) {
                    ticket(i, wanted);
                }
                copy(connection);
                if (from / CHUNK % 8 == 0) {
                    say.accept(Math.min(from + CHUNK, wanted) + " / " + wanted);
                }
            }
            triggers(statement, "enable");
            connection.commit();
            connection.setAutoCommit(true);
            say.accept("计数 · counting");
            statement.execute("select pg_advisory_lock(hashtext('tally_roll'))");
            statement.execute("begin isolation level repeatable read");
            statement.execute("select count(*) from tally_recount(false)");
            statement.execute("commit");
            statement.execute("select pg_advisory_unlock(hashtext('tally_roll'))");
            statement.execute("vacuum analyze loop, leg, callback, leg_rating, reported, tally, tally_delta");
            return wanted;
        }
    }

    private static void triggers(Statement statement, String what) throws SQLException {
        for (String table : List.of("loop", "leg", "callback", "leg_rating")) {
            statement.execute("alter table " + table + " " + what + " trigger tally_come");
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void copy(Connection connection) throws SQLException, IOException {
        for (Map.Entry<String, StringBuilder> table : rows.entrySet()) {
            try (Reader reader = new StringReader(table.getValue().toString())) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.getKey() + " (" + COLUMNS.get(table.getKey()) + ") from stdin", reader);
            }
            table.getValue().setLength(0);
        }
    }

    /** One ticket and all that hangs on it; the same for the same number. */
    private void ticket(long i, long of) {
        Random luck = new Random(i * 0x9E3779B97F4A7C15L);
        UUID id = new UUID((i << 16) | 0x8000L, luck.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        String grid =
                String.format("370102%03d%03d%03d", 1 + luck.nextInt(15), 1 + luck.nextInt(10), 1 + luck.nextInt(10));
        IssueType issue = types.get(luck.nextInt(types.size()));
        Condition condition =
                issue.conditions().get(luck.nextInt(issue.conditions().size()));
        String type = issue.code();
        String body = condition.lead();
        Instant filed = now.minusSeconds(YEAR).plusSeconds(YEAR * i / of);
        Instant dispatched = filed.plusSeconds(600);
        long limit = 3_600L * (2 + luck.nextInt(72));
        Instant due = dispatched.plusSeconds(limit);
        int fate = luck.nextInt(100);
        double share = fate < 85 ? 0.2 + fate / 125.0 : fate < 95 ? 1.2 : 6;
        Instant done = dispatched.plusSeconds((long) (limit * share));
        Instant closed = done.plusSeconds(6 * 3_600);
        boolean routine = luck.nextInt(20) == 0;
        boolean handled = !routine && done.isBefore(now);
        boolean ended = !routine && closed.isBefore(now);
        row(
                "loop",
                id,
                5,
                routine ? "registered" : ended ? "closed" : handled ? "awaiting-verification" : "handling",
                grid.substring(0, 9) + "-B-" + i,
                "coordination",
                type,
                condition.code(),
                condition.urgency(),
                grid,
                117.05,
                36.67,
                FILER,
                filed,
                i % 12,
                routine ? 0 : 1,
                luck.nextInt(40) == 0 ? 1 : 0,
                luck.nextInt(25) == 0 ? 1 : 0,
                luck.nextInt(33) == 0 ? 1 : 0,
                0,
                routine ? null : dispatched,
                routine ? null : body,
                routine ? null : body,
                filed,
                routine ? null : due.plusSeconds(88_200),
                ended ? closed : null,
                ended ? "solved" : null,
                !routine && luck.nextInt(30) == 0);
        if (luck.nextInt(3) == 0) {
            row("reported", id, id, new UUID(0, luck.nextInt(200_000)), grid, type, filed);
        }
        if (routine) {
            return;
        }
        UUID lead = leg(id, "lead", body, grid, type, dispatched, due, done, luck);
        if (luck.nextInt(8) == 0) {
            leg(id, "cooperating", "law-enforcement", grid, type, dispatched, due, done, luck);
        }
        Instant opened = done.plusSeconds(3_600);
        if (opened.isBefore(now)) {
            row(
                    "callback",
                    id,
                    1,
                    body,
                    type,
                    grid,
                    opened,
                    opened.plusSeconds(86_400),
                    ended ? closed : null,
                    ended ? "phone" : null,
                    ended ? luck.nextInt(40) > 0 : null,
                    ended ? word(luck.nextInt(10)) : null);
        }
        if (ended && luck.nextInt(5) == 0) {
            row("leg_rating", lead, id, body, type, grid, word(luck.nextInt(10)), "dispatcher", closed);
        }
    }

    private UUID leg(
            UUID ticket,
            String role,
            String body,
            String grid,
            String type,
            Instant dispatched,
            Instant due,
            Instant done,
            Random luck) {
        UUID leg = new UUID(ticket.getMostSignificantBits() | 0x0100L, luck.nextLong());
        row(
                "leg",
                leg,
                ticket,
                1,
                body,
                role,
                type,
                grid,
                dispatched,
                due,
                dispatched.plusSeconds(300),
                done.isBefore(now) ? done : null,
                false,
                0,
                luck.nextInt(16) == 0 ? 1 : 0);
        return leg;
    }

    private static String word(int of) {
        return of < 7 ? "satisfied" : of < 9 ? "fair" : "unsatisfied";
    }

    /** A line as COPY takes it; no value here has a character that it reads otherwise. */
    private void row(String table, @Nullable Object... cells) {
        StringBuilder line = rows.get(table);
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : "\t").append(cells[i] == null ? "\\N" : cells[i]);
        }
        line.append('\n');
    }
}
