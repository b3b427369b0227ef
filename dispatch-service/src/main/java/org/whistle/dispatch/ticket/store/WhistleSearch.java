package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;

/** Lists of whistles, always within the caller's area. */
@ApplicationScoped
public class WhistleSearch {

    private static final String LIST = """
            select id, ticket_id, ticket_no, round, kind, subject, venue, street, lead, called_at, meet_at, check_in_by,
                invited, signed, checked_in, reported
            from whistle
            where grid like any($1::text[])
              and ($2::text is null or grid like $2 || '%')
              and ($3::text is null or kind = $3)
              and ($4::timestamptz is null or (called_at, id) < ($4, $5::uuid))
            order by called_at desc, id desc limit $6""";

    private final Pool pool;

    WhistleSearch(Pool pool) {
        this.pool = pool;
    }

    /** A whistle in a list, with how many of its bodies have signed for it, checked in and reported. */
    public record Line(
            UUID id,
            UUID ticketId,
            String ticketNo,
            int round,
            String kind,
            String subject,
            String venue,
            String street,
            String lead,
            Instant calledAt,
            Instant meetAt,
            @Nullable Instant checkInBy,
            int invited,
            int signed,
            int checkedIn,
            int reported) {}

    /**
     * Whistles, the newest first, behind {@code (beforeAt, beforeId)} when given.
     *
     * @param place a place code; everything below it; null for all
     * @param kind word of a kind; null for all
     */
    public Uni<List<Line>> list(
            AreaScope scope,
            @Nullable String place,
            @Nullable String kind,
            @Nullable Instant beforeAt,
            @Nullable UUID beforeId,
            int limit) {
        Tuple row = Tuple.tuple();
        row.addArrayOfString(scope.patterns());
        row.addString(place);
        row.addString(kind);
        row.addOffsetDateTime(TicketSearch.utc(beforeAt));
        row.addUUID(beforeId);
        row.addInteger(limit);
        return pool.preparedQuery(LIST).execute(row).map(rows -> {
            List<Line> lines = new ArrayList<>();
            rows.forEach(each -> lines.add(line(each)));
            return lines;
        });
    }

    private static Line line(Row row) {
        return new Line(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("ticket_no"),
                row.getInteger("round"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("venue"),
                row.getString("street"),
                row.getString("lead"),
                row.getOffsetDateTime("called_at").toInstant(),
                row.getOffsetDateTime("meet_at").toInstant(),
                TicketSearch.instant(row, "check_in_by"),
                row.getInteger("invited"),
                row.getInteger("signed"),
                row.getInteger("checked_in"),
                row.getInteger("reported"));
    }
}
