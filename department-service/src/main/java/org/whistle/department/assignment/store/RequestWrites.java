package org.whistle.department.assignment.store;

import static org.whistle.department.assignment.store.AssignmentBatch.array;
import static org.whistle.department.assignment.store.AssignmentBatch.times;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.WireFormat;
import org.whistle.department.assignment.Request;
import org.whistle.department.assignment.store.OpenRequests.Raised;

/** Writes what a batch does to requests: at most two statements, and none when it does nothing to them, as most do. */
final class RequestWrites {

    private static final String INSERT = """
            insert into assignment_request (id, assignment_id, department, grid, kind, state, request, asked_at, changed_at)
            select id, assignment_id, department, grid, kind, 'waiting', request, asked_at, asked_at
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
                as v (id, assignment_id, department, grid, kind, request, asked_at)""";

    private static final String UPDATE = """
            update assignment_request r set state = v.state, request = coalesce(v.request, r.request),
                answer = coalesce(v.answer, r.answer), changed_at = v.changed_at
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
                as v (id, state, request, answer, changed_at)
            where r.id = v.id""";

    private RequestWrites() {}

    static Uni<Void> write(SqlConnection tx, OpenRequests requests) {
        Uni<Void> inserted = insert(tx, requests.raised());
        Uni<Void> updated = update(tx, requests.changes());
        return Uni.join().all(inserted, updated).andFailFast().replaceWithVoid();
    }

    private static Uni<Void> insert(SqlConnection tx, List<Raised> raised) {
        if (raised.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                array(raised, UUID[]::new, r -> r.request().requestId()))
                        .addArrayOfUUID(array(raised, UUID[]::new, r -> r.assignment().id))
                        .addArrayOfString(array(raised, String[]::new, r -> r.assignment().department))
                        .addArrayOfString(array(raised, String[]::new, r -> r.assignment().grid))
                        .addArrayOfString(array(
                                raised, String[]::new, r -> word(r.request().kind())))
                        .addArrayOfString(array(raised, String[]::new, r -> json(r.request())))
                        .addArrayOfOffsetDateTime(times(raised, r -> r.request().askedAt())))
                .replaceWithVoid();
    }

    private static Uni<Void> update(SqlConnection tx, List<RequestChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(array(changes, UUID[]::new, RequestChange::requestId))
                        .addArrayOfString(
                                array(changes, String[]::new, c -> c.state().word()))
                        .addArrayOfString(
                                array(changes, String[]::new, c -> c.request() == null ? null : json(c.request())))
                        .addArrayOfString(
                                array(changes, String[]::new, c -> c.answer() == null ? null : json(c.answer())))
                        .addArrayOfOffsetDateTime(times(changes, RequestChange::changedAt)))
                .replaceWithVoid();
    }

    private static String word(Request.Kind kind) {
        return switch (kind) {
            case EXTENSION -> "extension";
            case SUSPENSION -> "suspension";
        };
    }

    private static String json(Object part) {
        return new String(WireFormat.write(part), StandardCharsets.UTF_8);
    }
}
