package org.whistle.intake.wish.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.whistle.chassis.web.Versions;

/** Writes wishes and their steps, in the transaction of whoever decides. */
final class WishRows {

    private static final String INSERT = """
            insert into wish (id, version, state, category, tags, area, title, text, posted_by, on_behalf, pseudonym, kind,
                              posted_at, changed_at)
            values ($1, 0, 'posted', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)""";

    private static final String UPDATE = """
            update wish set version = $2, state = $3, departments = $4, claim_by = $5, claimed_by = $6, department = $7,
                            resource_id = $8, changed_at = $9
            where id = $1 and version = $2 - 1""";

    private static final String STEP = """
            insert into wish_step (wish_id, step, happened, note, satisfaction, departments, account, department, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private WishRows() {}

    static Uni<Void> insert(SqlConnection tx, StoredWish wish) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(wish.id())
                        .addString(wish.category().name())
                        .addArrayOfString(wish.tags().toArray(String[]::new))
                        .addString(wish.area())
                        .addString(wish.title())
                        .addString(wish.text())
                        .addString(wish.postedBy())
                        .addBoolean(wish.onBehalf())
                        .addUUID(wish.poster().pseudonym())
                        .addString(wish.poster().kind().name())
                        .addOffsetDateTime(at(wish.postedAt())))
                .replaceWithVoid();
    }

    /** Whom to visit, sealed; the same table as reporters', so that keys, erasure and retention are the same. */
    static Uni<Void> contact(SqlConnection tx, StoredWish wish, byte[] sealed) {
        return tx.preparedQuery("insert into personal_data (report_id, pseudonym, sealed) values ($1, $2, $3)")
                .execute(Tuple.tuple()
                        .addUUID(wish.id())
                        .addUUID(wish.poster().pseudonym())
                        .addBuffer(Buffer.buffer(sealed)))
                .replaceWithVoid();
    }

    static Uni<Void> update(SqlConnection tx, StoredWish after) {
        return tx.preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addUUID(after.id())
                        .addLong(after.version())
                        .addString(after.state().word())
                        .addArrayOfString(after.departments().toArray(String[]::new))
                        .addOffsetDateTime(after.claimBy() == null ? null : at(after.claimBy()))
                        .addString(after.claimedBy())
                        .addString(after.department())
                        .addUUID(after.resourceId())
                        .addOffsetDateTime(at(after.changedAt())))
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw Versions.stale();
                    }
                })
                .replaceWithVoid();
    }

    static Uni<Void> step(SqlConnection tx, UUID wish, long number, WishStep step) {
        return tx.preparedQuery(STEP)
                .execute(Tuple.tuple()
                        .addUUID(wish)
                        .addLong(number)
                        .addString(step.happened())
                        .addString(step.note())
                        .addString(step.satisfaction())
                        .addArrayOfString(step.departments().toArray(String[]::new))
                        .addString(step.account())
                        .addString(step.department())
                        .addOffsetDateTime(at(step.at())))
                .replaceWithVoid();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
