package org.whistle.intake.reporter.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.reporter.Asker;
import org.whistle.intake.reporter.PersonalData;
import org.whistle.intake.reporter.Sight;
import org.whistle.intake.reporter.Vault;
import org.whistle.intake.reporter.Whistleblower;

/**
 * Opens personal data for those who may see it. Every look is on the audit record before it is answered, and so is a
 * refusal to show a whistle-blower.
 */
@ApplicationScoped
public class ReporterDesk {

    /** While a ticket is merged, its reporters are those of the ticket it goes on in as well. */
    private static final String READ = """
            select r.grid, r.reporter_kind, coalesce(t.departments, f.departments, '{}') as departments,
                   w.report_id is not null as hidden, w.about, p.sealed
            from report r
            left join fate f on f.ticket_id = r.ticket_id and r.kind <> 'routine'
            left join fate t on t.ticket_id = f.merged_into
            left join whistleblower w on w.report_id = r.id
            left join personal_data p on p.report_id = r.id
            where r.id = $1 and $2 in (r.ticket_id, f.merged_into)""";

    private final Pool pool;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    ReporterDesk(Pool pool, Vault vault, AuditTrail audit, Clock clock) {
        this.pool = pool;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a look has shown. */
    public sealed interface Seen {

        /** The person behind the report. */
        record Person(PersonalData data, Reporter.Kind kind) implements Seen {}

        /** Nothing; {@code why} is anything but open. */
        record Refused(Sight why) implements Seen {}
    }

    /**
     * A look at who filed a report.
     *
     * @param ticketId the ticket
     * @param reportId one of its reports
     * @param reason why it is unmasked; null for a masked look
     */
    public Uni<Seen> look(UUID ticketId, UUID reportId, Asker asker, Sight.Look look, @Nullable String reason) {
        return pool.withTransaction(tx -> tx.preparedQuery(READ)
                .execute(Tuple.of(reportId, ticketId))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().<Seen>item(new Seen.Refused(Sight.UNSEEN))
                        : answer(tx, rows.iterator().next(), new Asked(ticketId, reportId, asker, look, reason))));
    }

    private Uni<Seen> answer(SqlConnection tx, Row row, Asked asked) {
        Sight.Matter matter = matter(row);
        Sight sight = Sight.of(asked.asker(), matter, asked.look());
        return switch (sight) {
            case OPEN -> {
                Buffer sealed = row.getBuffer("sealed");
                yield sealed == null
                        ? Uni.createFrom().item(new Seen.Refused(Sight.HIDDEN))
                        : record(tx, asked, matter, asked.action())
                                .replaceWith(() -> new Seen.Person(
                                        vault.open(sealed.getBytes(), asked.reportId()),
                                        Reporter.Kind.valueOf(row.getString("reporter_kind"))));
            }
            case HIDDEN ->
                record(tx, asked, matter, asked.action() + "-refused").replaceWith(new Seen.Refused(sight));
            case UNSEEN, FORBIDDEN -> Uni.createFrom().item(new Seen.Refused(sight));
        };
    }

    private static Sight.Matter matter(Row row) {
        return new Sight.Matter(
                row.getString("grid"),
                List.of(row.getArrayOfStrings("departments")),
                row.getBoolean("hidden") ? new Whistleblower(row.getString("about")) : null);
    }

    private Uni<Void> record(SqlConnection tx, Asked asked, Sight.Matter matter, String action) {
        JsonObject detail = new JsonObject()
                .put("report", asked.reportId().toString())
                .put("whistleblower", matter.whistleblower() != null);
        if (asked.reason() != null) {
            detail.put("reason", asked.reason());
        }
        return audit.append(
                tx,
                List.of(AuditEntry.of(
                        clock.instant(),
                        asked.asker().account(),
                        asked.asker().department(),
                        action,
                        "ticket",
                        asked.ticketId(),
                        detail)));
    }

    private record Asked(
            UUID ticketId,
            UUID reportId,
            Asker asker,
            Sight.Look look,
            @Nullable String reason) {

        String action() {
            return switch (look) {
                case MASKED -> "reporter-viewed";
                case UNMASKED -> "reporter-unmasked";
            };
        }
    }
}
