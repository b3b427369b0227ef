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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.PastLeg;
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

    /**
     * Stores the whistles of tickets on a connection of the reactive client.
     *
     * @param before the tickets as they were, those that were there
     */
    Uni<Void> follow(SqlConnection tx, Map<UUID, Ticket> before, List<Ticket> tickets) {
        List<Map<String, Object>> rows = new ArrayList<>();
        tickets.forEach(ticket -> rows.addAll(rows(before.get(ticket.id()), ticket)));
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SAVE.formatted("$1"))
                        .execute(Tuple.of(json(rows)))
                        .replaceWithVoid();
    }

    /** Stores a ticket's whistles in the current Hibernate Reactive session, which has written the ticket before. */
    Uni<Void> follow(Ticket before, Ticket ticket) {
        List<Map<String, Object>> rows = rows(before, ticket);
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

    /** The present whistle, and the one before when the change ended it: what ended it may have been its last answer. */
    private static List<Map<String, Object>> rows(@Nullable Ticket before, Ticket ticket) {
        @Nullable Order order = ticket.lastOrder().orElse(null);
        @Nullable Order ended = before == null ? null : before.lastOrder().orElse(null);
        List<Map<String, Object>> rows = new ArrayList<>(2);
        if (ended != null && ended.whistle() != null && order != null && order.round() > ended.round()) {
            rows.add(row(ticket, ended, ended.whistle()));
        }
        if (order != null && order.whistle() != null) {
            rows.add(row(ticket, order, order.whistle()));
        }
        return rows;
    }

    private static Map<String, Object> row(Ticket ticket, Order order, Whistle whistle) {
        List<Part> parts = parts(ticket, order.round());
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
        row.put(
                "lead",
                parts.stream()
                        .filter(Part::leads)
                        .map(Part::department)
                        .findFirst()
                        .orElse(""));
        row.put("called_at", order.dispatchedAt().toString());
        row.put("meet_at", whistle.meetAt().toString());
        put(row, "check_in_by", whistle.checkInBy());
        row.put("invited", parts.size());
        row.put("signed", count(parts, Part::signed));
        row.put("checked_in", count(parts, Part::checkedIn));
        row.put("reported", count(parts, Part::reported));
        return row;
    }

    /** The parts of a round, present or ended with it, without those whose return was approved. */
    private static List<Part> parts(Ticket ticket, int round) {
        List<Part> parts = new ArrayList<>();
        if (ticket.lastOrder().filter(order -> order.round() == round).isPresent()) {
            ticket.legs().forEach(state -> parts.add(Part.of(state)));
        }
        ticket.past().stream()
                .filter(leg -> leg.round() == round && leg.fate() != PastLeg.Fate.RETURNED)
                .forEach(leg -> parts.add(Part.of(leg)));
        return parts;
    }

    /** What a body has done. */
    private record Part(String department, boolean leads, boolean signed, boolean checkedIn, boolean reported) {

        static Part of(LegState state) {
            return new Part(
                    state.leg().department(),
                    state.leg().role() == LegRole.LEAD,
                    state.acceptedAt() != null,
                    state.noted().checkIn() != null,
                    state instanceof LegState.Completed);
        }

        static Part of(PastLeg leg) {
            return new Part(
                    leg.department(),
                    leg.role() == LegRole.LEAD,
                    leg.acceptedAt() != null,
                    leg.noted().checkIn() != null,
                    leg.fate() == PastLeg.Fate.COMPLETED);
        }
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value.toString());
        }
    }

    private static int count(List<Part> parts, Predicate<Part> which) {
        return (int) parts.stream().filter(which).count();
    }

    private static String json(List<Map<String, Object>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
