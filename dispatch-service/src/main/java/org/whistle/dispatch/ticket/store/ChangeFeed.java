package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;

/**
 * What changed since a place in the order of changes. A row carries the id of the transaction that wrote it last; only
 * rows of transactions older than every one still running are given out, so none can turn up behind a reader later.
 * A ticket that changed twice between two looks is given once, as it is now. Nothing of this is in memory: any instance
 * answers for all.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final String NOW = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String SINCE = """
            select changed.id, changed.version, changed.ticket_no, changed.status, changed.street, changed.grid, changed.xid,
                whistle.invited, whistle.signed, whistle.checked_in, whistle.reported
            from (select id, version, ticket_no, status, street, grid, round, change_xid, change_xid::text::bigint as xid
                from ticket
                where (change_xid, id) > ($1::text::xid8, $2::uuid)
                  and change_xid < pg_snapshot_xmin(pg_current_snapshot())
                  and grid like any($3::text[])
                order by change_xid, id limit $4) changed
                left join whistle on whistle.ticket_id = changed.id and whistle.round = changed.round
            order by changed.change_xid, changed.id""";

    private static final String[] EVERYWHERE = {"%"};

    private final Pool pool;

    ChangeFeed(Pool pool) {
        this.pool = pool;
    }

    /**
     * A place in the order of changes; what comes later is greater.
     *
     * @param xid number of the transaction
     * @param id ticket within that transaction
     */
    public record Place(long xid, UUID id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::xid)
                // As the database compares them: from the first bit on, without a sign.
                .thenComparing(place -> place.id.getMostSignificantBits(), Long::compareUnsigned)
                .thenComparing(place -> place.id.getLeastSignificantBits(), Long::compareUnsigned);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A ticket as it changed.
     *
     * @param whistle how far the bodies are that a whistle called; null when none did
     */
    public record Change(
            Place place,
            UUID ticketId,
            String ticketNo,
            String state,
            String street,
            String grid,
            long version,
            @Nullable Turnout whistle) {}

    /** How many bodies a whistle called, and how many of them have accepted, checked in on site, and reported. */
    public record Turnout(int invited, int signed, int checkedIn, int reported) {}

    /** The place of now: everything committed from here on lies behind it. */
    public Uni<Place> now() {
        return pool.query(NOW)
                .execute()
                .map(rows -> new Place(rows.iterator().next().getLong(0) - 1, new UUID(-1, -1)));
    }

    /** Changes behind a place, in their order, within an area. */
    public Uni<List<Change>> since(Place place, AreaScope scope, int limit) {
        return since(place, scope.patterns(), limit);
    }

    /** Changes behind a place, in their order, wherever they are. */
    Uni<List<Change>> since(Place place, int limit) {
        return since(place, EVERYWHERE, limit);
    }

    private Uni<List<Change>> since(Place place, String[] patterns, int limit) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(Long.toString(place.xid()), place.id(), patterns, limit))
                .map(rows -> {
                    List<Change> changes = new ArrayList<>();
                    for (Row row : rows) {
                        changes.add(new Change(
                                new Place(row.getLong("xid"), row.getUUID("id")),
                                row.getUUID("id"),
                                row.getString("ticket_no"),
                                row.getString("status"),
                                row.getString("street"),
                                row.getString("grid"),
                                row.getLong("version"),
                                turnout(row)));
                    }
                    return changes;
                });
    }

    private static @Nullable Turnout turnout(Row row) {
        Integer invited = row.getInteger("invited");
        return invited == null
                ? null
                : new Turnout(
                        invited, row.getInteger("signed"), row.getInteger("checked_in"), row.getInteger("reported"));
    }
}
