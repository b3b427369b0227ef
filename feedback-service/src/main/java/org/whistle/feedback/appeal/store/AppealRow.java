package org.whistle.feedback.appeal.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.Columns;
import org.whistle.feedback.appeal.Appeal;

/**
 * A row of {@code appeal}.
 *
 * @param ticketNo the number of its ticket, where that was read too
 */
public record AppealRow(
        Appeal appeal,
        long version,
        Instant filedAt,
        @Nullable String ticketNo) {

    static AppealRow of(Row row, @Nullable String ticketNo) {
        List<Appeal.Hearing> hearings = new ArrayList<>();
        hearings.add(hearing(row, Appeal.FIRST, "first"));
        if (row.getString("second_reason") != null) {
            hearings.add(hearing(row, Appeal.SECOND, "second"));
        }
        Appeal.Case about = new Appeal.Case(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getUUID("assignment_id"),
                row.getString("department"),
                row.getString("type"),
                row.getString("grid"),
                instant(row, "due_at"),
                instant(row, "completed_at"),
                hearings);
        Appeal appeal =
                switch (row.getString("state")) {
                    case "open" -> new Appeal.Open(about);
                    case "refused" -> new Appeal.Refused(about);
                    case "excused" -> new Appeal.Excused(about);
                    default -> throw new IllegalStateException("no such state: " + row.getString("state"));
                };
        return new AppealRow(appeal, row.getLong("version"), instant(row, "filed_at"), ticketNo);
    }

    private static Appeal.Hearing hearing(Row row, int level, String prefix) {
        Instant decidedAt = Columns.instant(row, prefix + "_decided_at");
        return new Appeal.Hearing(
                level,
                row.getString(prefix + "_reason"),
                row.getString(prefix + "_by"),
                instant(row, prefix + "_at"),
                decidedAt == null
                        ? null
                        : new Appeal.Verdict(
                                row.getString(prefix + "_verdict"), row.getString(prefix + "_decided_by"), decidedAt));
    }

    private static Instant instant(Row row, String column) {
        return Objects.requireNonNull(Columns.instant(row, column));
    }
}
