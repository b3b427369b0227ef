package org.whistle.intake.duplicate.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.whistle.contracts.Position;
import org.whistle.district.Coordinates;
import org.whistle.intake.duplicate.Nearby;
import org.whistle.intake.grid.Cell;

/** Finds open tickets of a type around a position. */
@ApplicationScoped
public class NearbyReader {

    /**
     * Ordered on a plane that touches the earth at the position, which over half a kilometre is the order on the sphere.
     * A few more than asked for are taken, and the exact distance decides.
     */
    private static final String NEAR = """
            select r.id, r.ticket_no, r.account, r.current_type, coalesce(f.condition, r.condition) as condition,
                   case when m.state = 'open' then replace(lower(m.level), '_', '-')
                        else coalesce(f.state, 'filed') end as state,
                   r.text, r.address, r.grid, r.longitude, r.latitude, r.filed_at
            from report r left join fate f on f.ticket_id = r.id left join matter m on m.id = r.id
            where r.open and r.current_type = $1 and r.cell = any($2)
            order by ((r.longitude - $3) * $5) ^ 2 + (r.latitude - $4) ^ 2, r.id
            limit $6""";

    private static final int MARGIN = 5;

    private final Pool pool;

    NearbyReader(Pool pool) {
        this.pool = pool;
    }

    /**
     * Open tickets of a type, nearest first.
     *
     * @param metres radius, at most 500
     * @param most how many at most
     */
    public Uni<List<Nearby>> near(Position position, String type, int metres, int most) {
        double narrowing = Math.cos(Math.toRadians(position.latitude()));
        return pool.preparedQuery(NEAR)
                .execute(Tuple.tuple()
                        .addString(type)
                        .addArrayOfLong(Cell.around(position, metres).toArray(Long[]::new))
                        .addDouble(position.longitude())
                        .addDouble(position.latitude())
                        .addDouble(narrowing)
                        .addInteger(most + MARGIN))
                .map(rows -> {
                    List<Nearby> near = new ArrayList<>();
                    rows.forEach(row -> near.add(read(row, position)));
                    return near.stream()
                            .filter(found -> found.metres() <= metres)
                            .sorted(Comparator.comparingDouble(Nearby::metres))
                            .limit(most)
                            .toList();
                });
    }

    private static Nearby read(Row row, Position from) {
        Position at = new Position(row.getDouble("longitude"), row.getDouble("latitude"));
        double metres = new Coordinates(from.longitude(), from.latitude())
                .metresTo(new Coordinates(at.longitude(), at.latitude()));
        return new Nearby(
                row.getUUID("id"),
                row.getString("ticket_no"),
                row.getString("account"),
                row.getString("current_type"),
                row.getString("condition"),
                row.getString("state"),
                row.getString("text"),
                row.getString("address"),
                row.getString("grid"),
                at,
                metres,
                row.getOffsetDateTime("filed_at").toInstant());
    }
}
