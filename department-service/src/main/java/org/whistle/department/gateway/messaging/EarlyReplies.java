package org.whistle.department.gateway.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.Envelope;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.reply.ReplyCommand;

/** Answers that wait for their assignment to be read here; times are the database's. */
@ApplicationScoped
class EarlyReplies {

    private static final String KEEP = """
            insert into early_reply (event_id, assignment_id, topic, type, source, subject, occurred_at, payload, came_at)
            select event_id, assignment_id, topic, type, source, subject, occurred_at, payload, coalesce(came_at, now())
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::timestamptz[],
                        $8::bytea[], $9::timestamptz[])
                as r (event_id, assignment_id, topic, type, source, subject, occurred_at, payload, came_at)""";

    /** Two that take the same wait for each other, and the second finds nothing. */
    private static final String TAKE = """
            with gone as (delete from early_reply where assignment_id = any($1) returning *)
            select *, came_at < now() - make_interval(secs => $2) as overdue from gone order by seq""";

    private static final String RIPE = """
            select distinct assignment_id from early_reply e
            where came_at < now() - make_interval(secs => $1)
               or exists (select from assignment a where a.id = e.assignment_id)
            limit $2""";

    private final double seconds;

    /** @param patience how long an answer may wait for its assignment before it is refused */
    EarlyReplies(@ConfigProperty(name = "whistle.replies.patience", defaultValue = "PT10S") Duration patience) {
        this.seconds = patience.toMillis() / 1000.0;
    }

    /** Keeps answers in the order given. */
    Uni<Void> keep(SqlConnection tx, List<Asked> early) {
        if (early.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Envelope> envelopes = early.stream().map(Asked::envelope).toList();
        Tuple row = Tuple.tuple();
        row.addArrayOfUUID(envelopes.stream().map(Envelope::id).toArray(UUID[]::new));
        row.addArrayOfUUID(early.stream().map(ask -> ask.reply().assignmentId()).toArray(UUID[]::new));
        row.addArrayOfString(envelopes.stream().map(Envelope::topic).toArray(String[]::new));
        row.addArrayOfString(envelopes.stream().map(Envelope::type).toArray(String[]::new));
        row.addArrayOfString(envelopes.stream().map(Envelope::source).toArray(String[]::new));
        row.addArrayOfUUID(envelopes.stream().map(Envelope::subject).toArray(UUID[]::new));
        row.addArrayOfOffsetDateTime(envelopes.stream()
                .map(event -> event.time().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
        row.addValue(
                envelopes.stream().map(event -> Buffer.buffer(event.data())).toArray(Buffer[]::new));
        row.addArrayOfOffsetDateTime(early.stream().map(EarlyReplies::cameAt).toArray(OffsetDateTime[]::new));
        return tx.preparedQuery(KEEP).execute(row).replaceWithVoid();
    }

    /** Takes out what waits for these assignments, in the order it came. */
    Uni<List<Asked>> take(SqlConnection tx, Collection<UUID> assignments) {
        if (assignments.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return tx.preparedQuery(TAKE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(assignments.stream().distinct().toArray(UUID[]::new))
                        .addDouble(seconds))
                .map(rows -> {
                    List<Asked> asked = new ArrayList<>();
                    rows.forEach(row -> asked.add(asked(row)));
                    return asked;
                });
    }

    /** Assignments whose answers need not wait any longer, because they have been read or will not be; some of them. */
    Uni<List<UUID>> ripe(SqlClient client, int limit) {
        return client.preparedQuery(RIPE).execute(Tuple.of(seconds, limit)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }

    private static @Nullable OffsetDateTime cameAt(Asked ask) {
        return ask.cameAt() == null ? null : ask.cameAt().atOffset(ZoneOffset.UTC);
    }

    private static Asked asked(Row row) {
        Envelope envelope = new Envelope(
                row.getUUID("event_id"),
                row.getString("topic"),
                row.getString("type"),
                row.getString("source"),
                row.getUUID("subject"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                null,
                row.getBuffer("payload").getBytes());
        return new Asked(
                envelope,
                (ReplyCommand) WireFormat.read(envelope.type(), envelope.data()),
                row.getOffsetDateTime("came_at").toInstant(),
                row.getBoolean("overdue"));
    }
}
