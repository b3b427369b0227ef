package org.whistle.intake.wish.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a wish.
 *
 * @param happened {@code posted}, {@code dispatched}, {@code claimed} …
 * @param note what was written with it
 * @param satisfaction how content whose wish it was is, of a thanks
 * @param departments whom it was offered to, of a dispatch
 * @param account who did it, or {@code system}
 */
public record WishStep(
        String happened,
        @Nullable String note,
        @Nullable String satisfaction,
        List<String> departments,
        String account,
        @Nullable String department,
        Instant at) {

    public WishStep {
        departments = List.copyOf(departments);
    }

    static WishStep of(Row row) {
        return new WishStep(
                row.getString("happened"),
                row.getString("note"),
                row.getString("satisfaction"),
                List.of(row.getArrayOfStrings("departments")),
                row.getString("account"),
                row.getString("department"),
                row.getOffsetDateTime("at").toInstant());
    }
}
