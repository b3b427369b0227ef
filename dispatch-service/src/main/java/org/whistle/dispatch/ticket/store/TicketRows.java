package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.ticket.Ticket;

/** The table of tickets for flows of many: one statement for all rows of a batch. */
@ApplicationScoped
public class TicketRows {

    /** In the order of ids, so that two batches never wait for each other in a circle. */
    private static final String LOCK =
            "select id, document::text as document from ticket where id = any($1) order by id for update";

    private static final String SAVE = """
            insert into ticket (id, version, ticket_no, status, matter, type, condition, urgency, urgency_rank, street,
                community, grid, lead, departments, round, filed_at, queued_since, dispatch_due, due, policy_version,
                summary, address, document)
            select id, 1, ticket_no, status, matter, type, condition, urgency, urgency_rank, street, community, grid,
                lead, string_to_array(departments, ' '), round, filed_at, queued_since, dispatch_due, due,
                policy_version, summary, address, document::jsonb
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
                $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::int[], $15::timestamptz[],
                $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::text[], $20::text[], $21::text[],
                $22::text[])
                as t (id, ticket_no, status, matter, type, condition, urgency, urgency_rank, street, community, grid,
                    lead, departments, round, filed_at, queued_since, dispatch_due, due, policy_version, summary,
                    address, document)
            on conflict (id) do update set
                version = ticket.version + 1, status = excluded.status, type = excluded.type,
                condition = excluded.condition, urgency = excluded.urgency, urgency_rank = excluded.urgency_rank,
                lead = excluded.lead, departments = excluded.departments, round = excluded.round,
                queued_since = excluded.queued_since, dispatch_due = excluded.dispatch_due, due = excluded.due,
                policy_version = excluded.policy_version, document = excluded.document""";

    private final PolicyBook policies;
    private final TimerRows timers;
    private final WhistleRows whistles;

    TicketRows(PolicyBook policies, TimerRows timers, WhistleRows whistles) {
        this.policies = policies;
        this.timers = timers;
        this.whistles = whistles;
    }

    /** Loads tickets and holds their rows until the transaction ends; ids without a ticket are missing in the answer. */
    public Uni<Map<UUID, Ticket>> lock(SqlConnection tx, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Ticket> tickets = new HashMap<>();
                    for (Row row : rows) {
                        tickets.put(row.getUUID("id"), TicketDocuments.read(row.getString("document")));
                    }
                    return tickets;
                });
    }

    /**
     * Stores tickets, new and changed ones alike, their timers and whistles; a changed one gets its next version.
     *
     * @param before the changed ones as they were
     */
    public Uni<Void> save(SqlConnection tx, Map<UUID, Ticket> before, List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<TimerRows.Change> changes = tickets.stream()
                .map(ticket -> TimerRows.Change.of(before.get(ticket.id()), ticket))
                .toList();
        return Uni.join()
                .all(
                        tx.preparedQuery(SAVE).execute(parameters(tickets)).replaceWithVoid(),
                        timers.follow(tx, changes),
                        whistles.follow(tx, before, tickets))
                .andFailFast()
                .replaceWithVoid();
    }

    private Tuple parameters(List<Ticket> tickets) {
        List<TicketColumns> columns = tickets.stream()
                .map(ticket -> TicketColumns.of(ticket, policies))
                .toList();
        List<ReportFiled> reports = tickets.stream().map(Ticket::report).toList();
        Tuple row = Tuple.tuple();
        row.addArrayOfUUID(tickets.stream().map(Ticket::id).toArray(UUID[]::new));
        row.addArrayOfString(texts(reports, ReportFiled::ticketNo));
        row.addArrayOfString(texts(columns, TicketColumns::status));
        row.addArrayOfString(texts(columns, TicketColumns::matter));
        row.addArrayOfString(texts(columns, TicketColumns::type));
        row.addArrayOfString(texts(columns, TicketColumns::condition));
        row.addArrayOfString(texts(columns, TicketColumns::urgency));
        row.addArrayOfInteger(numbers(columns, TicketColumns::urgencyRank));
        row.addArrayOfString(texts(reports, report -> report.place().street()));
        row.addArrayOfString(texts(reports, report -> report.place().community()));
        row.addArrayOfString(texts(reports, report -> report.place().grid()));
        row.addArrayOfString(texts(columns, TicketColumns::lead));
        // Codes hold no blanks, and an array of arrays would have to be rectangular.
        row.addArrayOfString(texts(columns, column -> String.join(" ", column.departments())));
        row.addArrayOfInteger(numbers(columns, TicketColumns::round));
        row.addArrayOfOffsetDateTime(times(reports, ReportFiled::filedAt));
        row.addArrayOfOffsetDateTime(times(columns, TicketColumns::queuedSince));
        row.addArrayOfOffsetDateTime(times(columns, TicketColumns::dispatchDue));
        row.addArrayOfOffsetDateTime(times(columns, TicketColumns::due));
        row.addArrayOfString(texts(columns, TicketColumns::policyVersion));
        row.addArrayOfString(texts(reports, ReportFiled::text));
        row.addArrayOfString(texts(reports, ReportFiled::address));
        row.addArrayOfString(texts(tickets, TicketDocuments::write));
        return row;
    }

    private static <T> @Nullable String[] texts(List<T> items, Column<T, String> column) {
        return items.stream().map(column::of).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(List<T> items, Column<T, Integer> column) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> column.of(items.get(i)))
                .toArray(Integer[]::new);
    }

    private static <T> @Nullable OffsetDateTime[] times(List<T> items, Column<T, Instant> column) {
        return items.stream()
                .map(column::of)
                .map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    @FunctionalInterface
    private interface Column<T, V> {
        @Nullable
        V of(T item);
    }
}
