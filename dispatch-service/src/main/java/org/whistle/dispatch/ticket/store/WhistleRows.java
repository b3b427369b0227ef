package org.whistle.dispatch.ticket.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;

/**
 * The table of whistles, kept in step with their tickets. Whoever writes here holds the tickets' rows. Nothing is sent for
 * tickets that no whistle has called bodies to, as nearly all are. A whistle that a later round ended stays as it was then.
 */
@ApplicationScoped
class WhistleRows {

    private static final String SAVE = """
            insert into whistle (id, ticket_id, ticket_no, round, kind, subject, venue, street, grid, lead, called_at,
                meet_at, check_in_by, invited, signed, checked_in, reported)
            select id, ticket_id, ticket_no, round, kind, subject, venue, street, grid, lead, called_at, meet_at,
                check_in_by, invited, signed, checked_in, reported
            from json_to_recordset(cast(cast(%s as text) as json)) as r (id uuid, ticket_id uuid, ticket_no text,
                round integer, kind text, subject text, venue text, street text, grid text, lead text,
                called_at timestamptz, meet_at timestamptz, check_in_by timestamptz, invited integer, signed integer,
                checked_in integer, reported integer)
            on conflict (id) do update
            set invited = excluded.invited, signed = excluded.signed, checked_in = excluded.checked_in,
                reported = excluded.reported""";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stores the whistles of tickets on a connection of the reactive client. */
    Uni<Void> follow(SqlConnection tx, List<Ticket> tickets) {
        List<Map<String, Object>> rows = rows(tickets);
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SAVE.formatted("$1"))
                        .execute(Tuple.of(json(rows)))
                        .replaceWithVoid();
    }

    /** Stores a ticket's whistle in the current Hibernate Reactive session, which has written the ticket before. */
    Uni<Void> follow(Ticket ticket) {
        List<Map<String, Object>> rows = rows(List.of(ticket));
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(SAVE.formatted("?1"))
                                .setParameter(1, json(rows))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /** The word of a kind on the wire. */
    static String word(Whistle.Kind kind) {
        return Objects.requireNonNull(JSON.convertValue(kind, String.class));
    }

    private static List<Map<String, Object>> rows(List<Ticket> tickets) {
        return tickets.stream().map(WhistleRows::row).flatMap(Optional::stream).toList();
    }

    private static Optional<Map<String, Object>> row(Ticket ticket) {
        return ticket instanceof Ticket.Dispatched t && t.order().whistle() != null
                ? Optional.of(row(t, t.order(), t.order().whistle()))
                : Optional.empty();
    }

    private static Map<String, Object> row(Ticket.Dispatched ticket, Order order, Whistle whistle) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", whistle.whistleId().toString());
        row.put("ticket_id", ticket.id().toString());
        row.put("ticket_no", ticket.report().ticketNo());
        row.put("round", order.round());
        row.put("kind", word(whistle.kind()));
        row.put("subject", whistle.subject());
        row.put("venue", whistle.venue());
        row.put("street", ticket.report().place().street());
        row.put("grid", ticket.report().place().grid());
        row.put("lead", ticket.lead().map(state -> state.leg().department()).orElse(""));
        row.put("called_at", order.dispatchedAt().toString());
        row.put("meet_at", whistle.meetAt().toString());
        put(row, "check_in_by", whistle.checkInBy());
        row.put("invited", ticket.legs().size());
        row.put("signed", count(ticket, state -> state.acceptedAt() != null));
        row.put("checked_in", count(ticket, state -> state.noted().checkIn() != null));
        row.put("reported", count(ticket, LegState.Completed.class::isInstance));
        return row;
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value.toString());
        }
    }

    private static int count(Ticket ticket, Predicate<LegState> which) {
        return (int) ticket.legs().stream().filter(which).count();
    }

    private static String json(List<Map<String, Object>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
