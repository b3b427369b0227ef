package org.whistle.dispatch.routing.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.whistle.contracts.Position;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.dispatch.routing.RegisteredOwner;

/** The table of owners that were fixed. */
@ApplicationScoped
class RegisteredAssetRows {

    /** What was fixed later counts, whichever is read first. */
    private static final String SAVE = """
            insert into registered_asset (asset_id, type, department, longitude, latitude, ticket_id, reason,
                registered_by, registered_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (asset_id) do update set
                type = excluded.type, department = excluded.department, longitude = excluded.longitude,
                latitude = excluded.latitude, ticket_id = excluded.ticket_id, reason = excluded.reason,
                registered_by = excluded.registered_by, registered_at = excluded.registered_at,
                change_xid = pg_current_xact_id()
            where registered_asset.registered_at <= excluded.registered_at""";

    /** {@code settled}: every transaction below it has ended, so nothing can turn up behind it. */
    private static final String SINCE = """
            select asset_id, type, department, longitude, latitude, change_xid::text::bigint as xid,
                pg_snapshot_xmin(pg_current_snapshot())::text::bigint as settled
            from registered_asset where (change_xid, asset_id) > ($1::text::xid8, $2)
            order by change_xid, asset_id limit $3""";

    private final Pool pool;

    RegisteredAssetRows(Pool pool) {
        this.pool = pool;
    }

    /** An owner and the transaction that wrote it. */
    record Entry(RegisteredOwner owner, long xid, long settled) {}

    /** An event with the issue type of its ticket. */
    record Registered(AssetOwnerRegistered event, String type) {}

    Uni<Void> save(SqlConnection tx, List<Registered> registered) {
        return tx.preparedQuery(SAVE)
                .executeBatch(registered.stream().map(RegisteredAssetRows::row).toList())
                .replaceWithVoid();
    }

    /** Owners behind one that a transaction wrote, in the order of transactions; an empty id stands before all of it. */
    Uni<List<Entry>> since(long xid, String assetId, int limit) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(Long.toString(xid), assetId, limit))
                .map(rows -> {
                    List<Entry> entries = new ArrayList<>();
                    rows.forEach(row -> entries.add(entry(row)));
                    return entries;
                });
    }

    private static Entry entry(Row row) {
        return new Entry(
                new RegisteredOwner(
                        row.getString("asset_id"),
                        row.getString("department"),
                        row.getString("type"),
                        new Position(row.getDouble("longitude"), row.getDouble("latitude"))),
                row.getLong("xid"),
                row.getLong("settled"));
    }

    private static Tuple row(Registered registered) {
        AssetOwnerRegistered event = registered.event();
        return Tuple.tuple()
                .addString(event.assetId())
                .addString(registered.type())
                .addString(event.department())
                .addDouble(event.position().longitude())
                .addDouble(event.position().latitude())
                .addUUID(event.ticketId())
                .addString(event.reason())
                .addString(event.by().account())
                .addOffsetDateTime(event.registeredAt().atOffset(ZoneOffset.UTC));
    }
}
