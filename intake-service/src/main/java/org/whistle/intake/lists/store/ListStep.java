package org.whistle.intake.lists.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an entry.
 *
 * @param happened {@code listed}, {@code changed}, {@code matched} or {@code retired}
 * @param other the other entry of a match; null otherwise
 * @param score how well they fit, 0 to 100; null otherwise
 */
public record ListStep(
        String happened,
        @Nullable String note,
        @Nullable UUID other,
        @Nullable Integer score,
        String account,
        @Nullable String department,
        Instant at) {

    static ListStep of(Row row) {
        return new ListStep(
                row.getString("happened"),
                row.getString("note"),
                row.getUUID("other_id"),
                row.getInteger("score"),
                row.getString("account"),
                row.getString("department"),
                row.getOffsetDateTime("at").toInstant());
    }
}
