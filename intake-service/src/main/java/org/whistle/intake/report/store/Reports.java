package org.whistle.intake.report.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.intake.fate.Fate;
import org.whistle.intake.fate.Happening;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.report.Facts;

/** Reads reports. */
@ApplicationScoped
public class Reports {

    private static final String FOLLOWED = """
            select r.*, f.state, f.lead, f.due_at, f.departments, f.explanation,
                   f.merged_into, f.version as fate_version, m.state as matter_state, m.level as matter_level, m.answer,
                   m.version as matter_version
            from report r left join fate f on f.ticket_id = r.ticket_id and r.kind <> 'routine'
            left join matter m on m.id = r.ticket_id
            """;

    /** The state as it stands in an answer, of a row of {@link #FOLLOWED}. */
    private static final String STATE = """
            case when r.kind = 'routine' then 'registered'
                 when m.state = 'open' then replace(lower(m.level), '_', '-')
                 when m.state = 'answered' then 'answered'
                 else coalesce(f.state, 'filed') end""";

    /** Lines of a timeline that are shown: far more than any ticket has, so that none is without bound. */
    private static final int MAX_LINES = 500;

    private final Pool pool;
    private final Districts districts;

    Reports(Pool pool, Districts districts) {
        this.pool = pool;
        this.districts = districts;
    }

    /** What a report repeats, newest first. */
    public Uni<List<Earlier>> earlier(StoredReport report) {
        Repeats.Window window =
                Repeats.Window.of(districts.gazetteer().district().policy());
        return Repeats.of(pool, List.of(report), window).map(earlier -> earlier.getOrDefault(report.id(), List.of()));
    }

    /** The report of an account and client id. */
    Uni<Optional<StoredReport>> find(String account, String clientId) {
        return pool.preparedQuery("select * from report where account = $1 and client_id = $2")
                .execute(Tuple.of(account, clientId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(StoredReport.of(rows.iterator().next())));
    }

    /** A report and its fate, when it is the viewer's to see. */
    public Uni<Optional<FollowedReport>> find(UUID id, Viewer viewer) {
        return pool.preparedQuery(FOLLOWED + "where r.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        return Optional.<FollowedReport>empty();
                    }
                    FollowedReport found = FollowedReport.of(rows.iterator().next());
                    boolean seen = viewer.sees(
                            found.report().account(), found.report().place().grid(), found.departments());
                    return seen ? Optional.of(found) : Optional.<FollowedReport>empty();
                });
    }

    /**
     * An account's own reports, newest first.
     *
     * @param state only those in this state
     * @param before only those that were filed before this one
     */
    public Uni<List<FollowedReport>> own(String account, @Nullable String state, @Nullable UUID before, int limit) {
        return pool.preparedQuery(FOLLOWED + """
                        where r.account = $1 and ($2::uuid is null or r.id < $2)
                          and ($3::text is null or $3 = %s)
                        order by r.id desc limit $4""".formatted(STATE))
                .execute(Tuple.of(account, before, state, limit))
                .map(rows -> {
                    List<FollowedReport> found = new ArrayList<>();
                    rows.forEach(row -> found.add(FollowedReport.of(row)));
                    return found;
                });
    }

    /** The timeline of a ticket in the order of the journal. */
    public Uni<List<Happening>> timeline(UUID ticketId) {
        return pool.preparedQuery("""
                        select happened, at, department, note, photos from timeline
                        where ticket_id = $1 order by journal_offset, event_id limit $2""").execute(Tuple.of(ticketId, MAX_LINES)).map(rows -> {
            List<Happening> lines = new ArrayList<>();
            for (Row row : rows) {
                lines.add(new Happening(
                        row.getString("happened"),
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("department"),
                        row.getString("note"),
                        List.of(row.getArrayOfUUIDs("photos"))));
            }
            return lines;
        });
    }

    /** How many other reports belong to a ticket: joined to it, or to one that was merged into it, and those themselves. */
    public Uni<Integer> joinedTo(UUID ticketId) {
        return pool.preparedQuery("""
                        with recursive merged(id) as (
                            select $1::uuid
                            union select f.ticket_id from fate f join merged m on f.merged_into = m.id)
                        select (select count(*) from report r join merged m on r.ticket_id = m.id
                                where r.kind = 'joined') + (select count(*) - 1 from merged)""")
                .execute(Tuple.of(ticketId))
                .map(rows -> rows.iterator().next().getLong(0).intValue());
    }

    /** The ticket that a merged one goes on in, at the end of all merges. */
    public Uni<Optional<Leading>> leading(@Nullable UUID mergedInto) {
        if (mergedInto == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.preparedQuery("""
                        with recursive chain(id, far) as (
                            select $1::uuid, 0
                            union all select f.merged_into, c.far + 1 from chain c join fate f on f.ticket_id = c.id
                            where f.merged_into is not null)
                        select r.id, r.ticket_no, coalesce(f.state, 'filed') as state, coalesce(f.version, 0) as version
                        from chain c join report r on r.id = c.id left join fate f on f.ticket_id = c.id
                        order by c.far desc limit 1""").execute(Tuple.of(mergedInto)).map(rows -> {
            Row row = rows.iterator().next();
            return Optional.of(new Leading(
                    row.getUUID("id"),
                    row.getString("ticket_no"),
                    Fate.State.ofWord(row.getString("state")),
                    row.getLong("version")));
        });
    }

    /** What must be known of a ticket that a report is to be joined to. */
    Uni<Optional<Facts.Target>> target(UUID ticketId) {
        return pool.preparedQuery("""
                        select id, ticket_no, kind, open, current_type, grid, longitude, latitude, filed_at
                        from report where id = $1 and kind in ('ticket', 'matter')""")
                .execute(Tuple.of(ticketId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(target(rows.iterator().next())));
    }

    private static Facts.Target target(Row row) {
        return new Facts.Target(
                row.getUUID("id"),
                row.getString("ticket_no"),
                StoredReport.Kind.ofWord(row.getString("kind")) == StoredReport.Kind.TICKET,
                row.getBoolean("open"),
                row.getString("current_type"),
                Place.ofGrid(row.getString("grid")),
                new Position(row.getDouble("longitude"), row.getDouble("latitude")),
                row.getOffsetDateTime("filed_at").toInstant());
    }

    /**
     * The ticket in which others go on.
     *
     * @param version counts the changes of its fate
     */
    public record Leading(UUID ticketId, String ticketNo, Fate.State state, long version) {}
}
