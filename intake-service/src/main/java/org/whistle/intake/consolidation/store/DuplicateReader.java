package org.whistle.intake.consolidation.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.intake.consolidation.Duplicate;
import org.whistle.intake.consolidation.Likeness;
import org.whistle.intake.grid.Cell;
import org.whistle.intake.grid.store.SqlDistance;

/** Finds tickets that may be the same matter. */
@ApplicationScoped
public class DuplicateReader {

    /** As many as a person looks through. */
    static final int MOST = 50;

    /** Candidates that are compared by their texts, the nearest first. */
    private static final int COMPARED = 200;

    private static final String METRES = SqlDistance.metres("a", "b");

    /** Once a person has said that two are not the same, they are not offered again. */
    private static final String NOT_PARTED = """
            not exists (select 1 from ticket_merge m where m.unmerged_at is not null
                        and (m.ticket_id = a.id and m.into_id = b.id or m.ticket_id = b.id and m.into_id = a.id))""";

    private static final String TICKET = """
            %1$s.id as %1$s_id, %1$s.ticket_no as %1$s_no, %1$s.current_type as %1$s_type,
            coalesce(f%1$s.condition, %1$s.condition) as %1$s_condition,
            coalesce(f%1$s.state, 'filed') as %1$s_state, coalesce(f%1$s.version, 0) as %1$s_version,
            %1$s.text as %1$s_text, %1$s.grid as %1$s_grid, %1$s.longitude as %1$s_longitude,
            %1$s.latitude as %1$s_latitude, %1$s.address as %1$s_address, %1$s.filed_at as %1$s_filed""";

    private static final String CANDIDATES = "select " + TICKET.formatted("a") + ", " + TICKET.formatted("b") + ", "
            + METRES + " as metres" + """
             from report a left join fate fa on fa.ticket_id = a.id
             join report b on b.current_type = a.current_type left join fate fb on fb.ticket_id = b.id
            where a.id = $1 and a.kind = 'ticket' and a.open and b.cell = any($2) and b.open and b.kind = 'ticket'
              and b.id <> a.id and left(b.grid, 9) = left(a.grid, 9)
              and b.filed_at between a.filed_at - make_interval(secs => $3::bigint) and a.filed_at + make_interval(secs => $3::bigint)
              and\s""" + METRES + " <= $4 and " + NOT_PARTED + " order by metres, b_id limit $5";

    /** The cells of the community hold the one, the cells around it the other; each pair comes once. */
    private static final String PAIRS = "select " + TICKET.formatted("a") + ", " + TICKET.formatted("b") + ", "
            + METRES + " as metres" + """
             from report a cross join unnest($4::bigint[]) as near(step)
             join report b on b.current_type = a.current_type and b.cell = a.cell + near.step and b.open
                          and b.kind = 'ticket'
             left join fate fa on fa.ticket_id = a.id left join fate fb on fb.ticket_id = b.id
            where a.open and a.kind = 'ticket' and a.current_type = any($1) and a.cell = any($2) and left(a.grid, 12) = $3
              and left(b.grid, 9) = left(a.grid, 9) and (b.id < a.id or b.id > a.id and left(b.grid, 12) <> $3)
              and b.filed_at between a.filed_at - make_interval(secs => $5::bigint) and a.filed_at + make_interval(secs => $5::bigint)
              and ($7::uuid is null or (a.id, b.id) < ($7, $8::uuid))
              and\s""" + METRES + " <= $6 and " + NOT_PARTED
            + " order by a.id desc, b.id desc limit $9";

    private final Pool pool;

    DuplicateReader(Pool pool) {
        this.pool = pool;
    }

    /**
     * Open tickets that may be the same matter as a ticket, the likeliest first.
     *
     * @param at where the ticket lies
     * @param metres farthest distance, 1 to 1 000
     * @param longest time between the reports
     */
    public Uni<List<Duplicate.Pair>> candidates(UUID ticketId, Position at, int metres, Duration longest) {
        return pool.preparedQuery(CANDIDATES)
                .execute(Tuple.tuple()
                        .addUUID(ticketId)
                        .addArrayOfLong(Cell.around(at, metres).toArray(Long[]::new))
                        .addLong(longest.toSeconds())
                        .addInteger(metres)
                        .addInteger(COMPARED))
                .map(rows -> {
                    List<Duplicate.Pair> pairs = new ArrayList<>();
                    rows.forEach(row -> pairs.add(pair(row, metres, longest)));
                    return pairs.stream()
                            .sorted(Comparator.comparingDouble((Duplicate.Pair pair) ->
                                            pair.likeness().score())
                                    .reversed())
                            .limit(MOST)
                            .toList();
                });
    }

    /**
     * Pairs of open tickets of a community, the newest first.
     *
     * @param types all of the catalogue
     * @param cells all that the community reaches into
     * @param latitude somewhere in it, degrees
     * @param before only pairs behind this one; null for the first page
     */
    public Uni<List<Duplicate.Pair>> pairs(
            String community,
            Collection<String> types,
            Collection<Long> cells,
            double latitude,
            int metres,
            Duration longest,
            @Nullable Key before,
            int limit) {
        return pool.preparedQuery(PAIRS)
                .execute(Tuple.tuple()
                        .addArrayOfString(types.toArray(String[]::new))
                        .addArrayOfLong(cells.toArray(Long[]::new))
                        .addString(community)
                        .addArrayOfLong(Cell.steps(latitude, metres).toArray(Long[]::new))
                        .addLong(longest.toSeconds())
                        .addInteger(metres)
                        .addUUID(before == null ? null : before.one())
                        .addUUID(before == null ? null : before.other())
                        .addInteger(limit))
                .map(rows -> {
                    List<Duplicate.Pair> pairs = new ArrayList<>();
                    rows.forEach(row -> pairs.add(pair(row, metres, longest)));
                    return pairs;
                });
    }

    private static Duplicate.Pair pair(Row row, int metres, Duration longest) {
        Duplicate one = ticket(row, "a");
        Duplicate other = ticket(row, "b");
        Duration apart = Duration.between(one.filedAt(), other.filedAt()).abs();
        return new Duplicate.Pair(
                one, other, Likeness.of(one.text(), other.text(), row.getDouble("metres"), apart, metres, longest));
    }

    private static Duplicate ticket(Row row, String alias) {
        OffsetDateTime filed = row.getOffsetDateTime(alias + "_filed");
        return new Duplicate(
                row.getUUID(alias + "_id"),
                row.getString(alias + "_no"),
                row.getString(alias + "_type"),
                row.getString(alias + "_condition"),
                row.getString(alias + "_state"),
                row.getLong(alias + "_version"),
                row.getString(alias + "_text"),
                Place.ofGrid(row.getString(alias + "_grid")),
                new Position(row.getDouble(alias + "_longitude"), row.getDouble(alias + "_latitude")),
                row.getString(alias + "_address"),
                filed.toInstant());
    }

    /** Where a page of pairs ended. */
    public record Key(UUID one, UUID other) {}
}
