package org.whistle.feedback.sla.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.feedback.Columns;
import org.whistle.feedback.Wording;

/** Reporters, ratings and whistles by multi-row statements. */
public final class StatisticsRows {

    // Each report finds the one before it, stored or of the same batch, and becomes the one before those that came
    // faster: partitions are read side by side.
    private static final String SAVE_REPORTS = """
            with told as (
                select n.report_id, n.ticket_id, n.reporter, coalesce(n.grid, l.grid) as grid,
                       coalesce(n.type, l.type) as type, n.filed_at
                from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[])
                     as n (report_id, ticket_id, reporter, grid, type, filed_at)
                join loop l on l.ticket_id = n.ticket_id
                where not exists (select from reported r where r.report_id = n.report_id)
            ), later as (
                update reported r set previous = n.ticket_id, previous_at = n.filed_at
                from told n
                where r.reporter = n.reporter and r.filed_at > n.filed_at and r.ticket_id <> n.ticket_id
                  and (r.grid = n.grid or r.type = n.type) and (r.previous_at is null or r.previous_at < n.filed_at)
                  and not exists (
                      select from told m
                      where m.reporter = n.reporter and m.ticket_id <> r.ticket_id and m.filed_at > n.filed_at
                        and m.filed_at < r.filed_at and (m.grid = r.grid or m.type = r.type))
            )
            insert into reported (report_id, ticket_id, reporter, grid, type, filed_at, previous, previous_at)
            select n.*, p.ticket_id, p.filed_at
            from told n
            left join lateral (
                (select r.ticket_id, r.filed_at from reported r
                 where r.reporter = n.reporter and r.filed_at < n.filed_at and r.ticket_id <> n.ticket_id
                   and (r.grid = n.grid or r.type = n.type)
                 order by r.filed_at desc limit 1)
                union all
                (select m.ticket_id, m.filed_at from told m
                 where m.reporter = n.reporter and m.filed_at < n.filed_at and m.ticket_id <> n.ticket_id
                   and (m.grid = n.grid or m.type = n.type)
                 order by m.filed_at desc limit 1)
                order by 2 desc limit 1) p on true
            on conflict (report_id) do nothing""";

    private static final String MARK_WHISTLED =
            "update loop set whistled = true where ticket_id = any($1) and not whistled";

    private static final String SAVE_RATINGS = """
            insert into leg_rating (assignment_id, ticket_id, department, type, grid, rating, comment, rated_by, rated_at)
            select distinct on (n.assignment_id) n.assignment_id, n.ticket_id, n.department, l.type, l.grid, n.rating,
                   n.comment, n.rated_by, n.rated_at
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
                 as n (assignment_id, ticket_id, department, rating, comment, rated_by, rated_at)
            join loop l on l.ticket_id = n.ticket_id
            order by n.assignment_id, n.rated_at desc
            on conflict (assignment_id) do update
            set rating = excluded.rating, comment = excluded.comment, rated_by = excluded.rated_by,
                rated_at = excluded.rated_at
            where leg_rating.rated_at < excluded.rated_at""";

    private static final String SAVE_COMMUNITY_RATINGS = """
            insert into community_rating (assignment_id, ticket_id, department, type, grid, community, rating, comment,
                                          rated_by, rated_at)
            select distinct on (n.assignment_id) n.assignment_id, n.ticket_id, n.department, l.type, l.grid,
                   n.community, n.rating, n.comment, n.rated_by, n.rated_at
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::timestamptz[])
                 as n (assignment_id, ticket_id, department, community, rating, comment, rated_by, rated_at)
            join loop l on l.ticket_id = n.ticket_id
            order by n.assignment_id, n.rated_at desc
            on conflict (assignment_id) do update
            set rating = excluded.rating, comment = excluded.comment, rated_by = excluded.rated_by,
                rated_at = excluded.rated_at
            where community_rating.rated_at < excluded.rated_at""";

    private StatisticsRows() {}

    /**
     * A person's report.
     *
     * @param grid null for the ticket's
     * @param type null for the ticket's
     */
    public record Reported(
            UUID reportId,
            UUID ticketId,
            UUID reporter,
            @Nullable String grid,
            @Nullable String type,
            Instant filedAt) {}

    /** Stores who reported; what is known changes nothing. */
    public static Uni<Void> saveReports(SqlConnection tx, List<Reported> reports) {
        Tuple tuple = new Columns<>(reports)
                .uuid(Reported::reportId)
                .uuid(Reported::ticketId)
                .uuid(Reported::reporter)
                .text(Reported::grid)
                .text(Reported::type)
                .instant(Reported::filedAt)
                .tuple();
        return tx.preparedQuery(SAVE_REPORTS).execute(tuple).replaceWithVoid();
    }

    /** Marks tickets that bodies were whistled for. */
    public static Uni<Void> markWhistled(SqlConnection tx, Collection<UUID> tickets) {
        return tx.preparedQuery(MARK_WHISTLED)
                .execute(Tuple.tuple().addArrayOfUUID(tickets.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Stores communities' ratings; of one body's part the last stands. */
    public static Uni<Void> saveCommunityRatings(SqlConnection tx, List<CommunityRated> ratings) {
        Tuple tuple = new Columns<>(ratings)
                .uuid(CommunityRated::assignmentId)
                .uuid(CommunityRated::ticketId)
                .text(CommunityRated::department)
                .text(CommunityRated::community)
                .text(rated -> Wording.word(rated.rating()))
                .text(CommunityRated::comment)
                .text(rated -> rated.ratedBy().account())
                .instant(CommunityRated::ratedAt)
                .tuple();
        return tx.preparedQuery(SAVE_COMMUNITY_RATINGS).execute(tuple).replaceWithVoid();
    }

    /** Stores the street's ratings; of one body's part the last stands. */
    public static Uni<Void> saveRatings(SqlConnection tx, List<LegRated> ratings) {
        Tuple tuple = new Columns<>(ratings)
                .uuid(LegRated::assignmentId)
                .uuid(LegRated::ticketId)
                .text(LegRated::department)
                .text(rated -> Wording.word(rated.rating()))
                .text(LegRated::comment)
                .text(rated -> rated.ratedBy().account())
                .instant(LegRated::ratedAt)
                .tuple();
        return tx.preparedQuery(SAVE_RATINGS).execute(tuple).replaceWithVoid();
    }
}
