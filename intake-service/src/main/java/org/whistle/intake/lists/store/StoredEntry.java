package org.whistle.intake.lists.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.ListKind;
import org.whistle.intake.lists.Entry;

/**
 * An entry as it is kept.
 *
 * @param version counts its changes, from 0
 * @param needId the need a project came of; null for what was listed by itself
 * @param resourceId the resource that meets it
 */
public record StoredEntry(
        long version,
        Entry entry,
        @Nullable UUID needId,
        @Nullable UUID resourceId,
        Instant listedAt,
        Instant changedAt) {

    static StoredEntry of(Row row) {
        return new StoredEntry(
                row.getLong("version"),
                new Entry(
                        row.getUUID("id"),
                        ListKind.valueOf(row.getString("list").toUpperCase(Locale.ROOT)),
                        Entry.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        new Entry.Content(
                                HelpCategory.valueOf(row.getString("category")),
                                List.of(row.getArrayOfStrings("tags")),
                                row.getString("area"),
                                row.getString("title"),
                                row.getString("text"),
                                row.getInteger("capacity"),
                                instant(row.getOffsetDateTime("valid_from")),
                                instant(row.getOffsetDateTime("valid_until"))),
                        row.getString("department"),
                        row.getString("listed_by"),
                        row.getInteger("used")),
                row.getUUID("need_id"),
                row.getUUID("resource_id"),
                row.getOffsetDateTime("listed_at").toInstant(),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
