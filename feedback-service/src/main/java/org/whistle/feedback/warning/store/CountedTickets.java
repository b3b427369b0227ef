package org.whistle.feedback.warning.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.Columns;
import org.whistle.feedback.warning.CountedTicket;

/** Rows of counted tickets, the oldest first. */
public final class CountedTickets {

    private static final UUID FIRST = new UUID(0, 0);

    private CountedTickets() {}

    /** The end of a statement over rows {@code x} with {@code at} and {@code id}, its parameters from a number on. */
    public static String page(int first) {
        return " (x.at, x.id) > ($" + first + ", $" + (first + 1) + ") order by x.at, x.id limit $" + (first + 2);
    }

    /** Adds the parameters of {@link #page} and reads. */
    public static Uni<List<CountedTicket>> read(Pool pool, String sql, Tuple parameters, PageRequest request) {
        Cursor after = request.cursor();
        parameters
                .addOffsetDateTime(Columns.at(after == null ? Instant.EPOCH : after.instant(0)))
                .addUUID(after == null ? FIRST : after.uuid(1))
                .addInteger(request.fetch());
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<CountedTicket> tickets = new ArrayList<>();
            rows.forEach(row -> tickets.add(ticket(row)));
            return tickets;
        });
    }

    private static CountedTicket ticket(Row row) {
        return new CountedTicket(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("ticket_no"),
                row.getString("state"),
                row.getUUID("assignment_id"),
                row.getString("body"),
                row.getString("type"),
                row.getString("grid"),
                Objects.requireNonNull(Columns.instant(row, "at")),
                Columns.instant(row, "due_at"));
    }
}
