package org.whistle.intake.matter.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.matter.Matter;
import org.whistle.intake.matter.MatterCommand;
import org.whistle.intake.matter.MatterDecider;
import org.whistle.intake.report.Decision;
import org.whistle.intake.report.messaging.ReportEvents;
import org.whistle.intake.report.store.StoredReport;
import org.whistle.intake.reporter.HiddenFiler;
import org.whistle.intake.reporter.TrackingCodes;

/** Carries out what a level does with a matter: loads, decides, stores state and events in one transaction. */
@ApplicationScoped
public class MatterDesk {

    /** The row is held until the commit, so that of two commands the later one decides on what the earlier left. */
    private static final String LOAD =
            "select " + StoredMatter.COLUMNS + " from " + StoredMatter.TABLES + " where m.id = $1 for update of m";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Districts districts;
    private final TrackingCodes codes;

    MatterDesk(Transactions transactions, Outbox outbox, Districts districts, TrackingCodes codes) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.districts = districts;
        this.codes = codes;
    }

    /**
     * Carries out a command.
     *
     * @param version what the caller read
     * @return the matter as it is then; fails with 404 outside the caller's area, 412 when it has changed since, or with
     *     the rule that refuses the command
     */
    public Uni<StoredMatter> carryOut(UUID id, AreaScope scope, long version, MatterCommand command) {
        Gazetteer gazetteer = districts.gazetteer();
        int minimum = gazetteer.district().policy().deliberationMinimum();
        return transactions.inTransaction(
                tx -> tx.preparedQuery(LOAD).execute(Tuple.of(id)).chain(rows -> {
                    StoredMatter before = rows.size() == 0
                            ? null
                            : StoredMatter.of(rows.iterator().next());
                    if (before == null || !scope.sees(before.report().place().grid())) {
                        throw ProblemException.notFound();
                    }
                    if (before.version() != version) {
                        throw Versions.stale();
                    }
                    return decide(tx, before, command, minimum);
                }));
    }

    private Uni<StoredMatter> decide(SqlConnection tx, StoredMatter before, MatterCommand command, int minimum) {
        Instant at = command.by().at();
        MatterDecider.Facts facts = new MatterDecider.Facts(
                before.report().filedAt(),
                before.toTicket(at, codes.of(before.report().id()).digest()),
                minimum);
        return switch (MatterDecider.decide(before.toMatter(), command, facts)) {
            case Decision.Accepted(List<IntakeEvent> events) -> store(tx, before, events, at);
            case Decision.Rejected rejected -> throw rejected.toProblem();
        };
    }

    private Uni<StoredMatter> store(SqlConnection tx, StoredMatter before, List<IntakeEvent> events, Instant at) {
        Matter next = before.toMatter();
        for (IntakeEvent event : events) {
            next = Matter.evolve(next, event);
        }
        Step step = Step.of(events.getFirst(), before.level());
        StoredMatter.State state = StoredMatter.State.of(next);
        boolean ticket = events.stream().anyMatch(ReportFiled.class::isInstance);
        StoredMatter after = new StoredMatter(
                before.report(),
                before.whistleblower(),
                before.version() + 1,
                before.kind(),
                state,
                next.level(),
                state == StoredMatter.State.ANSWERED ? step.text() : null,
                at);
        return Uni.join()
                .all(
                        update(tx, after),
                        note(tx, after, step),
                        follow(tx, after, ticket),
                        outbox.append(
                                tx,
                                events.stream()
                                        .map(event -> HiddenFiler.hide(event, before.whistleblower()))
                                        .map(event -> ReportEvents.journal(event, at))
                                        .toList()))
                .andFailFast()
                .replaceWith(after);
    }

    private static Uni<Void> update(SqlConnection tx, StoredMatter after) {
        return tx.preparedQuery("""
                        update matter set version = $2, state = $3, level = $4, answer = $5, changed_at = $6
                        where id = $1 and version = $2 - 1""")
                .execute(Tuple.tuple()
                        .addUUID(after.report().id())
                        .addLong(after.version())
                        .addString(after.state().word())
                        .addString(after.level().name())
                        .addString(after.answer())
                        .addOffsetDateTime(after.changedAt().atOffset(ZoneOffset.UTC)))
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw Versions.stale();
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> note(SqlConnection tx, StoredMatter after, Step step) {
        return tx.preparedQuery("""
                        insert into matter_step (matter_id, step, happened, level, to_level, text, participants, options,
                                                 account, at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""")
                .execute(Tuple.tuple()
                        .addUUID(after.report().id())
                        .addLong(after.version())
                        .addString(step.happened())
                        .addString(step.level().name())
                        .addString(name(step))
                        .addString(step.text())
                        .addInteger(step.participants())
                        .addArrayOfString(step.options().toArray(String[]::new))
                        .addString(step.account())
                        .addOffsetDateTime(step.at().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static @Nullable String name(Step step) {
        return step.to() == null ? null : step.to().name();
    }

    /** Lets the report's own columns follow: what was answered is open no longer, what reached the street is a ticket. */
    private static Uni<Void> follow(SqlConnection tx, StoredMatter after, boolean ticket) {
        StoredReport.Kind kind = ticket ? StoredReport.Kind.TICKET : StoredReport.Kind.MATTER;
        return tx.preparedQuery("update report set kind = $2, open = $3 where id = $1")
                .execute(Tuple.of(after.report().id(), kind.word(), after.state() != StoredMatter.State.ANSWERED))
                .replaceWithVoid();
    }
}
