package org.whistle.feedback.supervision.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.Columns;
import org.whistle.feedback.supervision.Addressee;
import org.whistle.feedback.supervision.AlertFilter;

/** Alerts to look at, the latest first, and who has taken notice of them. */
@ApplicationScoped
public class AlertQueries {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID NO_LEG = new UUID(0, 0);

    private static final String FOUND = """
            select alert.*, loop.ticket_no, loop.state, clock.stopped_at is null as open
            from alert
            join loop using (ticket_id)
            join stage_clock clock on clock.ticket_id = alert.ticket_id and clock.stage = alert.stage
              and clock.round = alert.round and clock.leg = alert.leg and clock.run = alert.run
            """;

    private static final String LIST = FOUND
            + """
            where (alert.threshold_at, alert.id) < ($1, $2)
              and ($3::text is null or alert.kind = $3)
              and ($4::text is null or alert.stage = $4)
              and ($5::text is null or alert.department = $5)
              and ($6::text is null or alert.grid like $6 || '%')
              and ($7::boolean is null or (clock.stopped_at is null) = $7)
              and ($11::boolean is null or (alert.acknowledged_at is not null) = $11)
              and ($12::text[] is null or alert.stage || '/' || alert.kind = any($12)
                   or (alert.stage || '/' || alert.kind = any($13) and alert.department = $14))
              and\s"""
            + AreaScope.condition("alert.grid", "alert.department", 8)
            + " order by alert.threshold_at desc, alert.id desc limit $10";

    private static final String ONE =
            FOUND + " where alert.id = $1 and " + AreaScope.condition("alert.grid", "alert.department", 2);

    /** The first acknowledgement stands. */
    private static final String ACKNOWLEDGE = """
            update alert set acknowledged_by = $2, acknowledged_at = $3
            where id = $1 and acknowledged_at is null returning ticket_id""";

    private final Pool pool;
    private final AuditTrail audit;

    AlertQueries(Pool pool, AuditTrail audit) {
        this.pool = pool;
        this.audit = audit;
    }

    /** @param request its cursor holds threshold instant and alert id */
    public Uni<List<Found>> list(AlertFilter filter, AreaScope scope, PageRequest request) {
        Cursor after = request.cursor();
        Addressee audience = filter.audience();
        Tuple tuple = Tuple.tuple()
                .addOffsetDateTime(Columns.at(after == null ? END_OF_TIME : after.instant(0)))
                .addUUID(after == null ? LAST : after.uuid(1))
                .addString(filter.kind())
                .addString(filter.stage())
                .addString(filter.department())
                .addString(filter.place())
                .addBoolean(filter.open())
                .addArrayOfString(scope.patterns())
                .addString(scope.department())
                .addInteger(request.fetch())
                .addBoolean(filter.acknowledged())
                .addArrayOfString(audience == null ? null : audience.subjects().toArray(String[]::new))
                .addArrayOfString(
                        audience == null ? null : audience.ofDepartment().toArray(String[]::new))
                .addString(audience == null ? null : audience.department());
        return pool.preparedQuery(LIST).execute(tuple).map(rows -> {
            List<Found> alerts = new ArrayList<>();
            rows.forEach(row -> alerts.add(found(row)));
            return alerts;
        });
    }

    /** One alert; empty when there is none, or it does not lie in the scope. */
    public Uni<Optional<Found>> one(UUID id, AreaScope scope) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id).addArrayOfString(scope.patterns()).addString(scope.department()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(found(rows.iterator().next())));
    }

    /** Somebody has taken notice of an alert; who did so first, stays. */
    public Uni<Void> acknowledge(UUID id, String by, Instant at) {
        return pool.withTransaction(tx -> tx.preparedQuery(ACKNOWLEDGE)
                .execute(Tuple.of(id, by, Columns.at(at)))
                .chain(rows -> {
                    List<AuditEntry> entries = new ArrayList<>();
                    rows.forEach(row -> entries.add(AuditEntry.of(
                            at,
                            by,
                            null,
                            "alert-acknowledged",
                            "ticket",
                            row.getUUID("ticket_id"),
                            new JsonObject().put("alert", id.toString()))));
                    return audit.append(tx, entries);
                }));
    }

    private static Found found(Row row) {
        UUID leg = row.getUUID("leg");
        return new Found(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("ticket_no"),
                row.getString("state"),
                row.getString("kind"),
                row.getString("stage"),
                row.getInteger("round"),
                leg.equals(NO_LEG) ? null : leg,
                row.getString("department"),
                row.getString("type"),
                row.getString("grid"),
                row.getBoolean("open"),
                instant(row, "due_at"),
                instant(row, "threshold_at"),
                instant(row, "noticed_at"),
                row.getString("raised_by"),
                row.getString("note"),
                row.getString("acknowledged_by"),
                Columns.instant(row, "acknowledged_at"));
    }

    private static Instant instant(Row row, String column) {
        return Objects.requireNonNull(Columns.instant(row, column));
    }

    /** An alert with its ticket. */
    public record Found(
            UUID id,
            UUID ticketId,
            String ticketNo,
            String state,
            String kind,
            String stage,
            int round,
            @Nullable UUID assignmentId,
            @Nullable String department,
            @Nullable String type,
            String grid,
            boolean open,
            Instant dueAt,
            Instant thresholdAt,
            Instant noticedAt,
            @Nullable String raisedBy,
            @Nullable String note,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt) {}
}
