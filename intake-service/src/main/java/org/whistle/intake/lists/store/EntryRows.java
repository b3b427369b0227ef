package org.whistle.intake.lists.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Versions;

/** Reads and writes entries in the transaction of whoever decides. */
public final class EntryRows {

    private static final String INSERT = """
            insert into list_entry (id, version, list, state, category, tags, area, title, text, department, capacity,
                                    valid_from, valid_until, need_id, resource_id, listed_by, listed_at, changed_at)
            values ($1, 0, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)""";

    private static final String UPDATE = """
            update list_entry set version = $2, state = $3, category = $4, tags = $5, area = $6, title = $7, text = $8,
                                  capacity = $9, valid_from = $10, valid_until = $11, changed_at = $12
            where id = $1 and version = $2 - 1""";

    private static final String STEP = """
            insert into list_step (entry_id, step, happened, note, other_id, score, account, department, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private EntryRows() {}

    /** An entry, held until the commit; empty when there is none. */
    public static Uni<Optional<StoredEntry>> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery("select * from list_entry where id = $1 for update")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(StoredEntry.of(rows.iterator().next())));
    }

    /** A resource serves one more or one less; null changes nothing. */
    public static Uni<Void> use(SqlConnection tx, @Nullable UUID resource, int by) {
        return resource == null || by == 0
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery("update list_entry set used = greatest(0, used + $2) where id = $1")
                        .execute(Tuple.of(resource, by))
                        .replaceWithVoid();
    }

    static Uni<Void> insert(SqlConnection tx, StoredEntry row) {
        var content = row.entry().content();
        return tx.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(row.entry().id())
                        .addString(row.entry().list().name().toLowerCase(Locale.ROOT))
                        .addString(content.category().name())
                        .addArrayOfString(content.tags().toArray(String[]::new))
                        .addString(content.area())
                        .addString(content.title())
                        .addString(content.text())
                        .addString(row.entry().department())
                        .addInteger(content.capacity())
                        .addOffsetDateTime(at(content.from()))
                        .addOffsetDateTime(at(content.until()))
                        .addUUID(row.needId())
                        .addUUID(row.resourceId())
                        .addString(row.entry().listedBy())
                        .addOffsetDateTime(at(row.listedAt())))
                .replaceWithVoid();
    }

    static Uni<Void> update(SqlConnection tx, StoredEntry row) {
        var content = row.entry().content();
        return tx.preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addUUID(row.entry().id())
                        .addLong(row.version())
                        .addString(row.entry().state().name().toLowerCase(Locale.ROOT))
                        .addString(content.category().name())
                        .addArrayOfString(content.tags().toArray(String[]::new))
                        .addString(content.area())
                        .addString(content.title())
                        .addString(content.text())
                        .addInteger(content.capacity())
                        .addOffsetDateTime(at(content.from()))
                        .addOffsetDateTime(at(content.until()))
                        .addOffsetDateTime(at(row.changedAt())))
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw Versions.stale();
                    }
                })
                .replaceWithVoid();
    }

    static Uni<Void> step(SqlConnection tx, UUID entry, long number, ListStep step) {
        return tx.preparedQuery(STEP)
                .execute(Tuple.tuple()
                        .addUUID(entry)
                        .addLong(number)
                        .addString(step.happened())
                        .addString(step.note())
                        .addUUID(step.other())
                        .addInteger(step.score())
                        .addString(step.account())
                        .addString(step.department())
                        .addOffsetDateTime(at(step.at())))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
