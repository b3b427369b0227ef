package org.whistle.chassis.photo;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whistle.chassis.id.Ids;

/** Keeps photos in the service's own database, table {@code photo}. */
@ApplicationScoped
public class PhotoStore {

    /** How many photos one account may have uploaded without using them. */
    public static final int MAX_UNBOUND = 100;

    private static final String SAVE = """
            insert into photo (id, owner, media_type, width, height, bytes)
            select $1::uuid, $2::text, $3::text, $4::int, $5::int, $6::bytea
            where (select count(*) from photo where owner = $2 and bound_to is null) < $7::bigint""";

    private static final String FIND = """
            select id, owner, media_type, width, height, bytes, created_at, bound_to from photo where id = $1""";

    private static final String BIND = """
            update photo set bound_to = $2
            where id = any($1::uuid[]) and owner = $3 and (bound_to is null or bound_to = $2)
            returning id""";

    /** In the order of ids, so that two batches cannot wait for each other. */
    private static final String LOCK =
            "select id, owner, bound_to from photo where id = any($1) order by id for update";

    private static final String BIND_EACH = """
            update photo set bound_to = n.bound_to
            from unnest($1::uuid[], $2::uuid[]) as n (id, bound_to)
            where photo.id = n.id""";

    private static final String LIST = "select id from photo where bound_to = $1 order by created_at, id";

    private static final String PURGE = "delete from photo where bound_to is null and created_at < $1";

    private final Pool pool;

    PhotoStore(Pool pool) {
        this.pool = pool;
    }

    /** Keeps a photo of an account in its own transaction, see {@link #save(SqlClient, CleanPhoto, String)}. */
    public Uni<UUID> save(CleanPhoto photo, String owner) {
        return save(pool, photo, owner);
    }

    /**
     * Keeps a photo of an account; it is not bound to anything yet.
     *
     * @return its id; fails with {@link PhotoRefused} 429 when the account has {@value #MAX_UNBOUND} unused photos
     */
    public Uni<UUID> save(SqlClient client, CleanPhoto photo, String owner) {
        UUID id = Ids.next();
        Tuple row = Tuple.tuple(Arrays.asList(
                id, owner, photo.mediaType(), photo.width(), photo.height(), Buffer.buffer(photo.bytes()), (long)
                        MAX_UNBOUND));
        return client.preparedQuery(SAVE).execute(row).map(inserted -> {
            if (inserted.rowCount() == 0) {
                throw new PhotoRefused(PhotoProblem.PHOTO_QUOTA, MAX_UNBOUND);
            }
            return id;
        });
    }

    /** The photo of an id, or empty. Whether the caller may see it is for the service to decide. */
    public Uni<Optional<StoredPhoto>> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(read(rows.iterator().next())));
    }

    /** The ids of the photos bound to something, oldest first. */
    public Uni<List<UUID>> boundTo(UUID thing) {
        return pool.preparedQuery(LIST).execute(Tuple.of(thing)).map(rows -> {
            List<UUID> ids = new ArrayList<>(rows.rowCount());
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return List.copyOf(ids);
        });
    }

    /**
     * Binds photos to what they show, in the caller's transaction. Binding to the same thing again changes nothing.
     *
     * @return the ids that cannot be bound, in the order given: unknown, another account's, or bound to something else
     */
    public Uni<List<UUID>> bind(SqlClient tx, Collection<UUID> ids, UUID boundTo, String owner) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<UUID> missing = new LinkedHashSet<>(ids);
        return tx.preparedQuery(BIND)
                .execute(Tuple.of(missing.toArray(UUID[]::new), boundTo, owner))
                .map(rows -> {
                    rows.forEach(row -> missing.remove(row.getUUID(0)));
                    return List.copyOf(missing);
                });
    }

    /** Locks the photos of a batch of commands until the transaction ends; ids that are not known are passed over. */
    public Uni<PhotoClaims> lock(SqlClient tx, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new PhotoClaims());
        }
        return tx.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(ids.stream().distinct().toArray(UUID[]::new)))
                .map(rows -> {
                    PhotoClaims claims = new PhotoClaims();
                    rows.forEach(row -> claims.add(row.getUUID("id"), row.getString("owner"), row.getUUID("bound_to")));
                    return claims;
                });
    }

    /** Writes what was given out of photos that were locked in this transaction. */
    public Uni<Void> bind(SqlClient tx, PhotoClaims claims) {
        Map<UUID, UUID> given = claims.given();
        if (given.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(BIND_EACH)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(given.keySet().toArray(UUID[]::new))
                        .addArrayOfUUID(given.values().toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Removes photos that were uploaded before an instant and never used; returns how many. */
    public Uni<Integer> purgeUnbound(Instant olderThan) {
        return pool.preparedQuery(PURGE)
                .execute(Tuple.of(OffsetDateTime.ofInstant(olderThan, ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    private static StoredPhoto read(Row row) {
        CleanPhoto photo = new CleanPhoto(
                row.getString("media_type"),
                row.getBuffer("bytes").getBytes(),
                row.getInteger("width"),
                row.getInteger("height"));
        return new StoredPhoto(
                row.getUUID("id"),
                row.getString("owner"),
                photo,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("bound_to"));
    }
}
