package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.whistle.dispatch.ticket.Ticket;

/**
 * Something within a ticket, with the ticket it is about, as lists across tickets show it.
 *
 * @param version of the ticket, for {@code If-Match} of a decision
 */
public record OfTicket<T>(UUID ticketId, long version, String ticketNo, String street, T what) {

    /** What each row begins with; behind it the query names the id of the thing as {@code what_id}. */
    static final String COLUMNS = "select t.id, t.version, t.ticket_no, t.street, t.document::text as document";

    /** Runs the query. @param pick finds the thing of an id in its ticket */
    static <T> Uni<List<OfTicket<T>>> list(
            Pool pool, String query, Tuple parameters, BiFunction<Ticket, UUID, Optional<T>> pick) {
        return pool.preparedQuery(query).execute(parameters).map(rows -> {
            List<OfTicket<T>> found = new ArrayList<>();
            for (Row row : rows) {
                found.add(new OfTicket<>(
                        row.getUUID("id"),
                        row.getLong("version"),
                        row.getString("ticket_no"),
                        row.getString("street"),
                        pick.apply(
                                        TicketDocuments.read(row.getString("document")),
                                        UUID.fromString(row.getString("what_id")))
                                .orElseThrow()));
            }
            return found;
        });
    }
}
