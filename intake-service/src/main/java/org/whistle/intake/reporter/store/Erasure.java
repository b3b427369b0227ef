package org.whistle.intake.reporter.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.id.Ids;

/**
 * Removes personal data: at a person's request, or when it was kept long enough. Reports, their words and their pseudonyms
 * stay, so nothing that was counted changes.
 */
@ApplicationScoped
public class Erasure {

    /** A whistle-blower's report carries a pseudonym of its own, and counts as that person's all the same. */
    private static final String OF_PERSON = """
            delete from personal_data p
            where p.pseudonym = $1
               or exists (select from whistleblower w join report r on r.id = w.report_id
                          where w.report_id = p.report_id and r.pseudonym = $1)""";

    /**
     * What has ended: a wish that is over, a closed ticket, one that was merged into another that has, a matter that was answered below the
     * street, a routine one. Ids sort by the time they were made, so only what is old enough is looked at.
     */
    private static final String EXPIRED = """
            delete from personal_data where report_id in (
                select p.report_id from personal_data p
                left join report r on r.id = p.report_id
                left join wish w on w.id = p.report_id
                left join fate f on f.ticket_id = r.ticket_id and r.kind <> 'routine'
                left join matter m on m.id = r.ticket_id
                where p.report_id < $1
                  and (r.kind = 'routine' and r.filed_at < $2
                       or w.state in ('thanked', 'withdrawn', 'lapsed') and w.changed_at < $2
                       or m.state = 'answered' and m.changed_at < $2
                       or f.state in ('closed', 'not-accepted') and f.changed_at < $2
                       or f.state = 'merged' and f.changed_at < $2
                          and not exists (select from report t where t.id = f.merged_into and t.open))
                limit $3)""";

    private static final int BATCH = 500;

    private final Pool pool;
    private final AuditTrail audit;
    private final Clock clock;

    Erasure(Pool pool, AuditTrail audit, Clock clock) {
        this.pool = pool;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Removes what is kept of a person.
     *
     * @param person their pseudonym
     * @return from how many reports; 0 when nothing is kept, which is not on record
     */
    public Uni<Integer> erase(UUID person, String reason, String account) {
        return pool.withTransaction(tx -> tx.preparedQuery(OF_PERSON)
                .execute(Tuple.of(person))
                .chain(gone -> gone.rowCount() == 0
                        ? Uni.createFrom().item(0)
                        : record(tx, account, "personal-data-erased", person.toString(), gone.rowCount(), reason)
                                .replaceWith(gone.rowCount())));
    }

    /**
     * Removes what belongs to tickets that ended before an instant, in batches of their own transactions.
     *
     * @return from how many reports
     */
    public Uni<Integer> expire(Instant before) {
        return pool.withTransaction(tx -> tx.preparedQuery(EXPIRED)
                        .execute(Tuple.of(Ids.firstAt(before), at(before), BATCH))
                        .chain(gone -> gone.rowCount() == 0
                                ? Uni.createFrom().item(0)
                                : record(
                                                tx,
                                                "system",
                                                "personal-data-expired",
                                                before.toString(),
                                                gone.rowCount(),
                                                "retention")
                                        .replaceWith(gone.rowCount())))
                .chain(gone -> gone < BATCH
                        ? Uni.createFrom().item(gone)
                        : expire(before).map(more -> gone + more));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Uni<Void> record(SqlConnection tx, String by, String action, String subject, int reports, String reason) {
        return audit.append(
                tx,
                List.of(AuditEntry.of(
                        clock.instant(),
                        by,
                        null,
                        action,
                        "reporter",
                        subject,
                        new JsonObject().put("reports", reports).put("reason", reason))));
    }
}
