package org.whistle.dispatch.ticket.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketTimer;
import org.whistle.dispatch.ticket.TicketTimers;

/**
 * The table of timers, kept in step with the tickets' states. Whoever writes here holds the rows of the tickets. Nothing is
 * sent for tickets whose timers did not change, as nearly all have none.
 */
@ApplicationScoped
class TimerRows {

    private static final String ROWS = """
            json_to_recordset(cast(cast(%s as text) as json))
                as r (ticket_id uuid, kind text, ref uuid, due_at timestamptz)""";

    private static final String DROP = """
            delete from ticket_timer t using %s
            where t.ticket_id = r.ticket_id and t.kind = r.kind and t.ref = r.ref""".formatted(ROWS);

    private static final String SET = """
            insert into ticket_timer (ticket_id, kind, ref, due_at, next_at)
            select ticket_id, kind, ref, due_at, due_at from %s
            on conflict (ticket_id, kind, ref) do update
            set due_at = excluded.due_at, next_at = excluded.next_at, failures = 0""".formatted(ROWS);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a change of a ticket makes of its timers. */
    record Change(UUID ticketId, List<TicketTimer> gone, List<TicketTimer> set) {

        static Change of(@Nullable Ticket before, Ticket after) {
            List<TicketTimer> had = before == null ? List.of() : TicketTimers.of(before);
            List<TicketTimer> needs = TicketTimers.of(after);
            return new Change(after.id(), without(had, needs), without(needs, had));
        }

        /** Nothing goes, and these are set. */
        static Change setting(UUID ticketId, TicketTimer timer) {
            return new Change(ticketId, List.of(), List.of(timer));
        }

        private static List<TicketTimer> without(List<TicketTimer> timers, List<TicketTimer> those) {
            return timers.stream().filter(timer -> !those.contains(timer)).toList();
        }
    }

    /** Carries changes out on a connection of the reactive client. */
    Uni<Void> follow(SqlConnection tx, List<Change> changes) {
        List<Map<String, String>> gone = gone(changes);
        List<Map<String, String>> set = set(changes);
        List<Uni<Void>> statements = new ArrayList<>();
        if (!gone.isEmpty()) {
            statements.add(tx.preparedQuery(DROP.formatted("$1"))
                    .execute(Tuple.of(json(gone)))
                    .replaceWithVoid());
        }
        if (!set.isEmpty()) {
            statements.add(tx.preparedQuery(SET.formatted("$1"))
                    .execute(Tuple.of(json(set)))
                    .replaceWithVoid());
        }
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(statements).andFailFast().replaceWithVoid();
    }

    /** Carries a change out in the current Hibernate Reactive session, which has written the ticket before. */
    Uni<Void> follow(Change change) {
        return inSession(DROP, gone(List.of(change))).chain(() -> inSession(SET, set(List.of(change))));
    }

    private static Uni<Void> inSession(String statement, List<Map<String, String>> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(statement.formatted("?1"))
                                .setParameter(1, json(rows))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private static List<Map<String, String>> gone(List<Change> changes) {
        List<Map<String, String>> rows = new ArrayList<>();
        changes.forEach(change -> change.gone().forEach(timer -> rows.add(row(change.ticketId(), timer))));
        return rows;
    }

    private static List<Map<String, String>> set(List<Change> changes) {
        List<Map<String, String>> rows = new ArrayList<>();
        changes.forEach(change -> change.set().forEach(timer -> rows.add(row(change.ticketId(), timer))));
        return rows;
    }

    private static Map<String, String> row(UUID ticket, TicketTimer timer) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("ticket_id", ticket.toString());
        row.put("kind", timer.kind().code());
        row.put("ref", timer.ref().toString());
        row.put("due_at", timer.dueAt().toString());
        return row;
    }

    private static String json(List<Map<String, String>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
