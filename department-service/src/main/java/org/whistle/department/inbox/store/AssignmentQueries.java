package org.whistle.department.inbox.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.department.assignment.store.AssignmentBatch;
import org.whistle.department.assignment.store.AssignmentRow;
import org.whistle.department.inbox.Filter;
import org.whistle.department.inbox.HandlerLoad;
import org.whistle.department.inbox.Order;

/** What the desk reads. Every condition is built in, or left out, so that each form of a list finds its index. */
@ApplicationScoped
public class AssignmentQueries {

    private static final String OVERDUE = """
            (stage in ('issued', 'accepted') and handle_due_at < %1$s
                or stage in ('completed', 'settled') and completed_at > handle_due_at)""";

    private final Pool pool;

    AssignmentQueries(Pool pool) {
        this.pool = pool;
    }

    /**
     * Assignments the scope covers.
     *
     * @param after in order of receipt only those after this number, or null
     */
    public Uni<List<AssignmentRow>> list(
            AreaScope scope, Filter filter, Order order, @Nullable Long after, PageRequest page) {
        Query query = new Query("select * from assignment where ");
        query.scoped(scope);
        filter(query, filter);
        if (after != null) {
            query.and("received > ", after);
        }
        Cursor cursor = page.cursor();
        switch (order) {
            case DUE -> {
                if (cursor != null) {
                    query.and(
                            "(handle_due_at, id) > (",
                            cursor.instant(0).atOffset(ZoneOffset.UTC),
                            ", ",
                            cursor.uuid(1),
                            ")");
                }
                query.text(" order by handle_due_at, id");
            }
            case RECEIVED -> {
                if (cursor != null) {
                    query.and("received > ", cursor.number(0));
                }
                query.text(" order by received");
            }
            case NEWEST -> {
                if (cursor != null) {
                    query.and("received < ", cursor.number(0));
                }
                query.text(" order by received desc");
            }
        }
        query.text(" limit ").value(page.fetch());
        return query.run(pool).map(rows -> {
            List<AssignmentRow> found = new ArrayList<>(rows.size());
            for (Row row : rows) {
                found.add(AssignmentBatch.read(row));
            }
            return found;
        });
    }

    /** The number of the assignment received last, 0 when there is none. */
    public Uni<Long> lastReceived() {
        return pool.preparedQuery("select coalesce(max(received), 0) from assignment")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** One assignment; whether the caller may see it is the caller's to check. */
    public Uni<Optional<AssignmentRow>> find(UUID id) {
        return pool.preparedQuery("select * from assignment where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(AssignmentBatch.read(rows.iterator().next())));
    }

    /** What happened to an assignment after it was issued, in order. */
    public Uni<List<Happened>> history(UUID id) {
        return pool.preparedQuery("""
                select version, occurred_at, type, event from assignment_history
                where assignment_id = $1 order by version""").execute(Tuple.of(id)).map(rows -> {
            List<Happened> history = new ArrayList<>(rows.size());
            for (Row row : rows) {
                history.add(new Happened(
                        row.getLong(0), row.getOffsetDateTime(1).toInstant(), row.getString(2), row.getString(3)));
            }
            return history;
        });
    }

    /** How much each handler of the scope has to do at an instant; the busiest first. */
    public Uni<List<HandlerLoad>> load(AreaScope scope, @Nullable String department, Instant now) {
        Query query = new Query(
                "select handler, count(*), count(*) filter (where stage <> 'return-pending'" + " and handle_due_at < ");
        query.value(now.atOffset(ZoneOffset.UTC))
                .text("), count(*) filter (where stage = 'return-pending') from assignment where open and ");
        query.scoped(scope);
        if (department != null) {
            query.and("department = ", department);
        }
        query.text(" group by handler order by count(*) desc, handler");
        return query.run(pool).map(rows -> {
            List<HandlerLoad> loads = new ArrayList<>(rows.size());
            for (Row row : rows) {
                loads.add(new HandlerLoad(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3)));
            }
            return loads;
        });
    }

    private static void filter(Query query, Filter filter) {
        if (filter.openOnly()) {
            query.text(" and open");
        }
        if (filter.stage() != null) {
            query.and("stage = ", filter.stage().word());
        }
        if (filter.role() != null) {
            query.and("role = ", filter.role());
        }
        if (filter.urgency() != null) {
            query.and("urgency = ", filter.urgency().name());
        }
        if (filter.ticket() != null) {
            query.and("ticket_id = ", filter.ticket());
        }
        if (filter.department() != null) {
            query.and("department = ", filter.department());
        }
        if (filter.handler() != null) {
            query.and("handler = ", filter.handler());
        }
        if (filter.whistle() != null) {
            // Rows of before hold null.
            query.text(filter.whistle() ? " and whistle" : " and whistle is not true");
        }
        if (filter.area() != null) {
            query.and("grid like ", filter.area() + "%");
        }
        if (filter.overdueAt() != null) {
            query.text(" and ")
                    .text(OVERDUE.formatted(query.place(filter.overdueAt().atOffset(ZoneOffset.UTC))));
        }
    }

    /**
     * One thing that happened.
     *
     * @param version the version it made
     * @param type its wire name
     * @param event its JSON
     */
    public record Happened(long version, Instant at, String type, String event) {}
}
