package org.whistle.chassis.photo;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whistle.chassis.id.Ids;

/** Keeps photos in the service's own database, table {@code photo}. */
@ApplicationScoped
public class PhotoStore {

    /** How many photos one account may have uploaded without using them. */
    public static final int MAX_UNBOUND = 100;

    private final Pool pool;

    PhotoStore(Pool pool) {
        this.pool = pool;
    }

    /** Keeps a photo of an account in its own transaction. @see #save(SqlClient, CleanPhoto, String) */
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
        return client.preparedQuery("""
                        INSERT INTO photo (id, owner, media_type, width, height, bytes)
                        SELECT $1, $2, $3, $4, $5, $6
                        WHERE (SELECT count(*) FROM photo WHERE owner = $2 AND bound_to IS NULL) < $7""")
                .execute(Tuple.from(List.of(
                        id,
                        owner,
                        photo.mediaType(),
                        photo.width(),
                        photo.height(),
                        io.vertx.core.buffer.Buffer.buffer(photo.bytes()),
                        MAX_UNBOUND)))
                .map(RowSet::rowCount)
                .map(inserted -> {
                    if (inserted == 0) {
                        throw new PhotoRefused(PhotoProblem.PHOTO_QUOTA, MAX_UNBOUND);
                    }
                    return id;
                });
    }

    /** The photo of an id, or empty. Whether the caller may see it is for the service to decide. */
    public Uni<Optional<StoredPhoto>> find(UUID id) {
        return pool.preparedQuery(
                        "SELECT id, owner, media_type, width, height, bytes, created_at, bound_to FROM photo WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
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
        return tx.preparedQuery("""
                        UPDATE photo SET bound_to = $2
                        WHERE id = ANY($1) AND owner = $3 AND (bound_to IS NULL OR bound_to = $2)
                        RETURNING id""")
                .execute(Tuple.of(missing.toArray(UUID[]::new), boundTo, owner))
                .map(rows -> {
                    rows.forEach(row -> missing.remove(row.getUUID(0)));
                    return List.copyOf(missing);
                });
    }

    /** Removes photos that were uploaded before an instant and never used; returns how many. */
    public Uni<Integer> purgeUnbound(Instant olderThan) {
        return pool.preparedQuery("DELETE FROM photo WHERE bound_to IS NULL AND created_at < $1")
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
