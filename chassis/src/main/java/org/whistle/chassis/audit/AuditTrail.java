package org.whistle.chassis.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.whistle.chassis.id.Ids;

/**
 * Puts entries on record in the very transaction of what they tell of: both hold, or neither. It is an insert and
 * nothing more; {@link AuditSealer} chains the entries after the commit.
 *
 * <p>Events with an author need no call: {@link org.whistle.chassis.outbox.Outbox} records them.
 */
@ApplicationScoped
public class AuditTrail {

    private static final String APPEND = """
            insert into audit_pending (id, at, actor, department, action, subject_type, subject_id, detail)
            select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[],
                                 $7::text[], $8::text[])""";

    /** Records in the transaction of a reactive client's connection. */
    public Uni<Void> append(SqlConnection tx, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(APPEND)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                entries.stream().map(entry -> Ids.next()).toArray(UUID[]::new))
                        .addArrayOfOffsetDateTime(entries.stream()
                                .map(entry -> entry.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                        .addArrayOfString(column(entries, AuditEntry::actor))
                        .addArrayOfString(column(entries, AuditEntry::department))
                        .addArrayOfString(column(entries, AuditEntry::action))
                        .addArrayOfString(column(entries, AuditEntry::subjectType))
                        .addArrayOfString(column(entries, AuditEntry::subjectId))
                        .addArrayOfString(column(entries, AuditEntry::detail)))
                .replaceWithVoid();
    }

    /** Records in the current Hibernate Reactive session. */
    public Uni<Void> append(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] rows = entries.stream().map(AuditRow::of).toArray();
        return Panache.getSession().chain(session -> session.persistAll(rows));
    }

    private static String[] column(List<AuditEntry> entries, Function<AuditEntry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
