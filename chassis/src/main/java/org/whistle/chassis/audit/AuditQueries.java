package org.whistle.chassis.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds sealed records. */
@ApplicationScoped
class AuditQueries {

    private final Pool pool;

    AuditQueries(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is looked for; null does not narrow.
     *
     * @param from at or after
     * @param to before
     */
    record Filter(
            @Nullable String subject,
            @Nullable String actor,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** The latest first, only those before this place. */
    Uni<List<AuditRecord>> list(Filter filter, long before, int limit) {
        List<String> conditions = new ArrayList<>(List.of("seq < $1"));
        Tuple values = Tuple.tuple().addLong(before);
        add(conditions, values, "subject_id = ", filter.subject());
        add(conditions, values, "actor = ", filter.actor());
        add(conditions, values, "action = ", filter.action());
        add(conditions, values, "at >= ", at(filter.from()));
        add(conditions, values, "at < ", at(filter.to()));
        values.addInteger(limit);
        return pool.preparedQuery("select " + AuditRecord.COLUMNS + " from audit_record where "
                        + String.join(" and ", conditions) + " order by seq desc limit $" + values.size())
                .execute(values)
                .map(rows -> {
                    List<AuditRecord> found = new ArrayList<>();
                    rows.forEach(row -> found.add(AuditRecord.of(row)));
                    return found;
                });
    }

    private static void add(List<String> conditions, Tuple values, String condition, @Nullable Object value) {
        if (value != null) {
            values.addValue(value);
            conditions.add(condition + "$" + values.size());
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
