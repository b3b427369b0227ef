package org.whistle.feedback.loop.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.feedback.Columns;
import org.whistle.feedback.Wording;

/** Tickets that were merged into others, closed together with those; their clocks stand and nothing else hangs on it. */
public final class MergedRows {

    private static final String CLOSE = """
            update loop set state = 'closed', outcome = n.outcome, closed_at = n.closed_at, since = n.closed_at,
                            version = loop.version + 1
            from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as n (ticket_id, outcome, closed_at)
            where loop.state = 'merged' and loop.merged_into = n.ticket_id
              and loop.ticket_id in (select ticket_id from loop where state = 'merged' and merged_into = any($1)
                                     order by ticket_id for update)
            returning loop.ticket_id, loop.outcome, loop.closed_at""";

    /** Whoever was to be called is answered with the other ticket, so that call-back is not due any more. */
    private static final String DROP_CALLBACKS =
            "delete from callback where ticket_id = any($1) and contacted_at is null";

    private MergedRows() {}

    /** Takes back what was due of tickets that have just been merged into others. */
    public static Uni<Void> merged(SqlConnection tx, List<UUID> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(DROP_CALLBACKS)
                        .execute(Tuple.tuple().addArrayOfUUID(tickets.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    /** Closes what was merged into closed tickets, and what had been merged into that. */
    public static Uni<Void> close(SqlConnection tx, List<TicketClosed> closings) {
        return closeWith(
                tx,
                closings.stream()
                        .map(closed -> new Ended(closed.ticketId(), Wording.word(closed.outcome()), closed.closedAt()))
                        .toList());
    }

    private static Uni<Void> closeWith(SqlConnection tx, List<Ended> others) {
        if (others.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = new Columns<>(others)
                .uuid(Ended::ticketId)
                .text(Ended::outcome)
                .instant(Ended::closedAt)
                .tuple();
        return tx.preparedQuery(CLOSE).execute(tuple).chain(rows -> {
            List<Ended> next = new ArrayList<>();
            rows.forEach(row -> next.add(new Ended(
                    row.getUUID("ticket_id"),
                    row.getString("outcome"),
                    Objects.requireNonNull(Columns.instant(row, "closed_at")))));
            return closeWith(tx, next);
        });
    }

    private record Ended(UUID ticketId, String outcome, Instant closedAt) {}
}
