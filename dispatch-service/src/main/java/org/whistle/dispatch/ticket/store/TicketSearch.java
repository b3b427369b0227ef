package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.dispatch.ticket.Ticket;

/** Lists of tickets, always within the caller's area. */
@ApplicationScoped
public class TicketSearch {

    private static final String COLUMNS = """
            id, version, ticket_no, status, matter, type, condition, urgency, urgency_rank, street, community, grid, lead,
            departments, round, filed_at, queued_since, dispatch_due, due, left(summary, 200) as summary, address""";

    private static final String FIND = "select version, grid, document::text as document from ticket where id = $1";

    private static final String FILTER = """
             from ticket t
            where grid like any($1::text[])
              and ($2::text[] is null or status = any($2))
              and ($3::text is null or grid like $3 || '%')
              and ($4::text is null or type = $4)
              and ($5::text is null or departments @> array[$5])
              and ($6::text is null or urgency = $6)
              and ($7::timestamptz is null or filed_at >= $7)
              and ($8::timestamptz is null or filed_at < $8)""";

    private static final String SEARCH =
            "select " + COLUMNS + FILTER + " and ($9::timestamptz is null or (filed_at, id) < ($9, $10::uuid))";

    private static final String ORDER = " order by filed_at desc, id desc";

    // Pairs of characters find the candidates by an index; their words say whether it is one. What is looked for comes
    // in small letters.
    private static final String WORDS = """
             and (id in (
                  select w.ticket_id from ticket_words w
                  where word_pairs(w.words) @> word_pairs($12) and position($12 in w.words) > 0
                    and w.grid like any($1::text[])
                  union all
                  select n.id from ticket n where n.ticket_no like $13::text))""";

    // One character has no pairs and stands in many tickets: they are looked through from the latest on.
    private static final String CHARACTER = """
             and (ticket_no like $13::text or exists (
                  select from ticket_words w where w.ticket_id = t.id and position($12 in w.words) > 0))""";

    // What stands in very many tickets is found among the latest at once, where the index would gather a million
    // candidates first. Enough of them must fit for a whole page; else the index knows better.
    private static final String LATEST = """
             and id = any(array(
                  select w.ticket_id from (
                      select ticket_id, grid, words from ticket_words
                      where $9::timestamptz is null or (filed_at, ticket_id) < ($9, $10::uuid)
                      order by filed_at desc, ticket_id desc limit 20000) w
                  where w.grid like any($1::text[]) and (position($12 in w.words) > 0
                     or $13::text is not null and exists (
                        select from ticket n where n.id = w.ticket_id and n.ticket_no like $13::text))
                  limit 1000))""";

    private static final String AMONG = "select " + COLUMNS + FILTER + " and id = any($9::uuid[])";

    private static final String QUEUE = "select " + COLUMNS + """
             from ticket
            where status = 'queued' and grid like any($1::text[])
              and ($2::int is null or (urgency_rank, queued_since, id) > ($2, $3::timestamptz, $4::uuid))
            order by urgency_rank, queued_since, id limit $5""";

    /** What a ticket's number may begin with: street, day and the six characters of its end. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(-[0-9A-Za-z-]*)?");

    /** With so many characters of street, day and end, a number has few tickets. */
    private static final int TELLING = 19;

    private final Pool pool;

    TicketSearch(Pool pool) {
        this.pool = pool;
    }

    /** A ticket with its version. */
    public record Found(Ticket ticket, long version) {}

    /** A line of a list. */
    public record Line(
            UUID id,
            long version,
            String ticketNo,
            String status,
            String matter,
            @Nullable String type,
            @Nullable String condition,
            @Nullable String urgency,
            int urgencyRank,
            String street,
            String community,
            String grid,
            @Nullable String lead,
            List<String> departments,
            int round,
            Instant filedAt,
            @Nullable Instant queuedSince,
            @Nullable Instant dispatchDue,
            @Nullable Instant due,
            String text,
            @Nullable String address) {}

    /**
     * What is looked for; null stands for anything.
     *
     * @param states words of {@link org.whistle.dispatch.ticket.TicketStatus}; one of them
     * @param place a place code; everything below it
     * @param words part of the text or the address, capital or small letters, or the beginning of the ticket's number
     * @param from filed at or after
     * @param to filed before
     */
    public record Filter(
            @Nullable List<String> states,
            @Nullable String place,
            @Nullable String type,
            @Nullable String department,
            @Nullable String urgency,
            @Nullable String words,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** One ticket; empty when there is none or it lies outside the area. */
    public Uni<Optional<Found>> find(UUID id, AreaScope scope) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return scope.sees(row.getString("grid"))
                    ? Optional.of(new Found(TicketDocuments.read(row.getString("document")), row.getLong("version")))
                    : Optional.empty();
        });
    }

    /** Tickets, the latest filed first, behind {@code (beforeFiled, beforeId)} when given. */
    public Uni<List<Line>> search(
            AreaScope scope, Filter filter, @Nullable Instant beforeFiled, @Nullable UUID beforeId, int limit) {
        Tuple row = row(scope, filter);
        row.addOffsetDateTime(utc(beforeFiled));
        row.addUUID(beforeId);
        row.addInteger(limit);
        String words = filter.words();
        if (words == null) {
            return search("", row);
        }
        addWords(words, row);
        if (NUMBER.matcher(words).matches() && words.length() >= TELLING) {
            return search(WORDS, row);
        }
        String all = words.codePointCount(0, words.length()) == 1 ? CHARACTER : WORDS;
        return search(LATEST, row)
                .flatMap(latest -> latest.size() == limit ? Uni.createFrom().item(latest) : search(all, row));
    }

    private Uni<List<Line>> search(String words, Tuple row) {
        return pool.preparedQuery(SEARCH + words + ORDER + " limit $11")
                .execute(row)
                .map(TicketSearch::lines);
    }

    /** Those of some tickets that fit, as they are now, the latest filed first. */
    public Uni<List<Line>> among(AreaScope scope, Filter filter, List<UUID> ids) {
        Tuple row = row(scope, filter);
        row.addArrayOfUUID(ids.toArray(UUID[]::new));
        String words = filter.words();
        String condition = "";
        if (words != null) {
            addWords(words, row);
            // These few are looked at themselves.
            condition = CHARACTER.replace("$13", "$11").replace("$12", "$10");
        }
        return pool.preparedQuery(AMONG + condition + ORDER).execute(row).map(TicketSearch::lines);
    }

    private static Tuple row(AreaScope scope, Filter filter) {
        Tuple row = Tuple.tuple();
        row.addArrayOfString(scope.patterns());
        row.addArrayOfString(filter.states() == null ? null : filter.states().toArray(String[]::new));
        row.addString(filter.place());
        row.addString(filter.type());
        row.addString(filter.department());
        row.addString(filter.urgency());
        row.addOffsetDateTime(utc(filter.from()));
        row.addOffsetDateTime(utc(filter.to()));
        return row;
    }

    /** What is looked for in words, and the pattern of the ticket numbers that begin so; null where none can. */
    private static void addWords(String words, Tuple row) {
        row.addString(words.toLowerCase(Locale.ROOT));
        row.addString(NUMBER.matcher(words).matches() ? words.toUpperCase(Locale.ROOT) + '%' : null);
    }

    /** What waits for a person, most urgent first, then the longest waiting, behind the line given when one is. */
    public Uni<List<Line>> queue(
            AreaScope scope,
            @Nullable Integer afterRank,
            @Nullable Instant afterSince,
            @Nullable UUID afterId,
            int limit) {
        Tuple row = Tuple.tuple();
        row.addArrayOfString(scope.patterns());
        row.addInteger(afterRank);
        row.addOffsetDateTime(utc(afterSince));
        row.addUUID(afterId);
        row.addInteger(limit);
        return pool.preparedQuery(QUEUE).execute(row).map(TicketSearch::lines);
    }

    private static List<Line> lines(RowSet<Row> rows) {
        List<Line> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static Line line(Row row) {
        return new Line(
                row.getUUID("id"),
                row.getLong("version"),
                row.getString("ticket_no"),
                row.getString("status"),
                row.getString("matter"),
                row.getString("type"),
                row.getString("condition"),
                row.getString("urgency"),
                row.getInteger("urgency_rank"),
                row.getString("street"),
                row.getString("community"),
                row.getString("grid"),
                row.getString("lead"),
                List.of(row.getArrayOfStrings("departments")),
                row.getInteger("round"),
                row.getOffsetDateTime("filed_at").toInstant(),
                instant(row, "queued_since"),
                instant(row, "dispatch_due"),
                instant(row, "due"),
                row.getString("summary"),
                row.getString("address"));
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
