package org.whistle.department.inbox.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.department.assignment.Request;
import org.whistle.department.assignment.store.RequestAnswer;
import org.whistle.department.assignment.store.RequestState;

/** Extensions and suspensions as a manager reads them. */
@ApplicationScoped
public class RequestQueries {

    private final Pool pool;

    RequestQueries(Pool pool) {
        this.pool = pool;
    }

    /**
     * Requests of one state that the scope covers: what somebody has to answer, the oldest first; what is over, the latest
     * first.
     */
    public Uni<List<Line>> list(AreaScope scope, RequestState state, @Nullable String department, PageRequest page) {
        boolean oldestFirst = state.open();
        Query query = new Query(
                "select r.*, a.ticket_id, a.version, a.handle_due_at, a.issue from (select * from assignment_request"
                        + " where ");
        query.scoped(scope).and("state = ", state.word());
        if (department != null) {
            query.and("department = ", department);
        }
        Cursor cursor = page.cursor();
        if (cursor != null) {
            query.and(
                    "(asked_at, id) " + (oldestFirst ? ">" : "<") + " (",
                    cursor.instant(0).atOffset(ZoneOffset.UTC),
                    ", ",
                    cursor.uuid(1),
                    ")");
        }
        String direction = oldestFirst ? "" : " desc";
        query.text(" order by asked_at" + direction + ", id" + direction + " limit ")
                .value(page.fetch())
                .text(") r join assignment a on a.id = r.assignment_id order by r.asked_at" + direction + ", r.id"
                        + direction);
        return query.run(pool).map(rows -> {
            List<Line> lines = new ArrayList<>(rows.size());
            for (Row row : rows) {
                lines.add(line(row));
            }
            return lines;
        });
    }

    private static Line line(Row row) {
        String answer = row.getString("answer");
        return new Line(
                row.getUUID("assignment_id"),
                row.getLong("version"),
                row.getUUID("ticket_id"),
                row.getString("department"),
                row.getOffsetDateTime("handle_due_at").toInstant(),
                read(AssignmentIssued.class, row.getString("issue")),
                RequestState.ofWord(row.getString("state")),
                read(Request.class, row.getString("request")),
                answer == null ? null : read(RequestAnswer.class, answer),
                row.getOffsetDateTime("asked_at").toInstant(),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    private static <T> T read(Class<T> type, String json) {
        return WireFormat.read(type, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One request.
     *
     * @param assignmentVersion the version of the assignment, which an answer has to name
     * @param dueAt the assignment's handling limit as it runs now
     * @param issue the assignment as it came
     * @param answer what the manager or the street said last
     * @param askedAt as the database sorts it
     * @param changedAt when it came to its state
     */
    public record Line(
            UUID assignmentId,
            long assignmentVersion,
            UUID ticketId,
            String department,
            Instant dueAt,
            AssignmentIssued issue,
            RequestState state,
            Request request,
            @Nullable RequestAnswer answer,
            Instant askedAt,
            Instant changedAt) {}
}
