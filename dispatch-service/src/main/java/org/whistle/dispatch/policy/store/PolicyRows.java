package org.whistle.dispatch.policy.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;

/** The table of district versions. */
@ApplicationScoped
class PolicyRows {

    private static final String COLUMNS = "version, load_no, loaded_at, loaded_by";
    private static final String KEEP = """
            insert into policy_version (version, archive, load_no, loaded_at, loaded_by)
            values ($1, $2, nextval('policy_load_no'), $3, $4)
            on conflict (version) do update
            set load_no = excluded.load_no, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by
            returning\s""" + COLUMNS;

    private final Pool pool;
    private final AuditTrail audit;

    PolicyRows(Pool pool, AuditTrail audit) {
        this.pool = pool;
        this.audit = audit;
    }

    /** One version without its archive; the highest load number is in force. */
    record Loaded(String version, long loadNo, Instant loadedAt, String loadedBy) {}

    /** The version in force; empty before the first is loaded. */
    Uni<Optional<Loaded>> inForce() {
        return pool.preparedQuery("select " + COLUMNS + " from policy_version order by load_no desc limit 1")
                .execute()
                .map(PolicyRows::first);
    }

    /** The latest versions, the one in force first. */
    Uni<List<Loaded>> latest(int limit) {
        return pool.preparedQuery("select " + COLUMNS + " from policy_version order by load_no desc limit $1")
                .execute(Tuple.of(limit))
                .map(rows -> {
                    List<Loaded> all = new ArrayList<>();
                    rows.forEach(row -> all.add(loaded(row)));
                    return all;
                });
    }

    /** The archive of a version; empty when it was never loaded. */
    Uni<Optional<byte[]>> archive(String version) {
        return pool.preparedQuery("select archive from policy_version where version = $1")
                .execute(Tuple.of(version))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getBuffer(0).getBytes()));
    }

    /** Keeps a version and puts it in force; one kept before comes into force again. On record, as a person's act. */
    Uni<Loaded> keep(String version, byte[] archive, Instant at, String by) {
        AuditEntry entry = AuditEntry.of(at, by, null, "district-loaded", "district", version, new JsonObject());
        return pool.withTransaction(tx -> tx.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addString(version)
                        .addBuffer(Buffer.buffer(archive))
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                        .addString(by))
                .chain(rows -> audit.append(tx, List.of(entry))
                        .replaceWith(() -> loaded(rows.iterator().next()))));
    }

    private static Optional<Loaded> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(loaded(rows.iterator().next()));
    }

    private static Loaded loaded(Row row) {
        return new Loaded(
                row.getString("version"),
                row.getLong("load_no"),
                row.getOffsetDateTime("loaded_at").toInstant(),
                row.getString("loaded_by"));
    }
}
