package org.whistle.intake.report.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Failures;
import org.whistle.chassis.store.GroupCommit;
import org.whistle.chassis.store.Transactions;

/**
 * Stores reports, those that arrive together in one transaction: rows, photos, personal data and events. However many
 * there are, the statements are the same few.
 */
@ApplicationScoped
class ReportWriter {

    /** Two requests of one account and client id, in whatever order they come: one is first and is told so. */
    private static final Comparator<NewReport> KEY_ORDER = Comparator.<NewReport, String>comparing(
                    report -> report.row().account())
            .thenComparing(report -> report.row().clientId());

    private static final Duration FIRST_RETRY = Duration.ofMillis(50);
    private static final int RETRIES = 2;

    private final Outbox outbox;
    private final GroupCommit<NewReport, Written> commits;

    /**
     * @param batch most reports of one transaction
     * @param flights most transactions at a time
     * @param interval shortest time between the beginnings of two transactions
     */
    ReportWriter(
            Transactions transactions,
            Outbox outbox,
            @ConfigProperty(name = "whistle.intake.batch", defaultValue = "256") int batch,
            @ConfigProperty(name = "whistle.intake.flights", defaultValue = "1") int flights,
            @ConfigProperty(name = "whistle.intake.interval", defaultValue = "PT0.02S") Duration interval) {
        this.outbox = outbox;
        this.commits = new GroupCommit<>(transactions, batch, flights, interval, this::write);
    }

    /**
     * Stores one; answers after the commit. A failure that passes is tried again a little later: what was stored after
     * all is found again under its client id.
     */
    Uni<Written> write(NewReport report) {
        return commits.submit(report)
                .onFailure(Failures::passes)
                .retry()
                .withBackOff(FIRST_RETRY)
                .atMost(RETRIES);
    }

    private Uni<List<Written>> write(SqlConnection tx, List<NewReport> reports) {
        // Always in the order of their keys, so that two batches never wait for each other.
        List<NewReport> ordered = reports.stream().sorted(KEY_ORDER).toList();
        Map<UUID, Written> answers = new HashMap<>();
        return insert(tx, ordered)
                .chain(inserted -> photos(tx, of(inserted, ordered), answers)
                        .chain(() -> targets(tx, of(inserted, ordered), answers))
                        .chain(() -> withdraw(tx, answers.keySet()))
                        .chain(() -> {
                            List<NewReport> kept = reports.stream()
                                    .filter(report -> inserted.contains(
                                                    report.row().id())
                                            && !answers.containsKey(report.row().id()))
                                    .toList();
                            return Uni.join()
                                    .all(
                                            personalData(tx, kept),
                                            Whistleblowers.keep(tx, kept),
                                            // Travels with the others, so it costs no round trip of its own.
                                            repeats(tx, kept, answers),
                                            outbox.append(
                                                    tx,
                                                    kept.stream()
                                                            .map(NewReport::event)
                                                            .toList()))
                                    .andFailFast();
                        })
                        .chain(() -> before(
                                tx,
                                reports.stream()
                                        .filter(report ->
                                                !inserted.contains(report.row().id()))
                                        .toList(),
                                answers)))
                .map(ignored -> reports.stream()
                        .map(report -> answers.get(report.row().id()))
                        .toList());
    }

    private static Uni<Void> repeats(SqlConnection tx, List<NewReport> kept, Map<UUID, Written> answers) {
        if (kept.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Repeats.of(
                        tx,
                        kept.stream().map(NewReport::row).toList(),
                        kept.getFirst().window())
                .invoke(earlier -> kept.forEach(report -> answers.put(
                        report.row().id(),
                        new Written.New(
                                report.row(), earlier.getOrDefault(report.row().id(), List.of())))))
                .replaceWithVoid();
    }

    private static List<NewReport> of(Set<UUID> ids, List<NewReport> reports) {
        return reports.stream()
                .filter(report -> ids.contains(report.row().id()))
                .toList();
    }

    /** The ids of those that were not there before. */
    private static Uni<Set<UUID>> insert(SqlConnection tx, List<NewReport> reports) {
        return tx.preparedQuery(ReportColumns.INSERT)
                .execute(
                        ReportColumns.tuple(reports.stream().map(NewReport::row).toList()))
                .map(rows -> {
                    Set<UUID> ids = new HashSet<>();
                    for (Row row : rows) {
                        ids.add(row.getUUID(0));
                    }
                    return ids;
                });
    }

    /** Binds the photos of all reports; notes those reports that name a photo they may not. */
    private static Uni<Void> photos(SqlConnection tx, List<NewReport> inserted, Map<UUID, Written> refusals) {
        List<UUID> photos = new ArrayList<>();
        List<UUID> reports = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (NewReport report : inserted) {
            for (UUID photo : report.row().photos()) {
                photos.add(photo);
                reports.add(report.row().id());
                owners.add(report.row().account());
            }
        }
        if (photos.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("""
                        with locked as materialized (
                            select id from photo where id = any($1) order by id for update)
                        update photo p set bound_to = x.report
                        from unnest($1::uuid[], $2::uuid[], $3::text[]) as x(photo, report, owner)
                        join locked on locked.id = x.photo
                        where p.id = x.photo and p.owner = x.owner and p.bound_to is null
                        returning p.id, p.bound_to""")
                .execute(Tuple.tuple()
                        .addArrayOfUUID(photos.toArray(UUID[]::new))
                        .addArrayOfUUID(reports.toArray(UUID[]::new))
                        .addArrayOfString(owners.toArray(String[]::new)))
                .invoke(rows -> {
                    Map<UUID, UUID> boundTo = new HashMap<>();
                    for (Row row : rows) {
                        boundTo.put(row.getUUID(0), row.getUUID(1));
                    }
                    for (NewReport report : inserted) {
                        List<Integer> unbound = new ArrayList<>();
                        List<UUID> named = report.row().photos();
                        for (int i = 0; i < named.size(); i++) {
                            if (!report.row().id().equals(boundTo.get(named.get(i)))) {
                                unbound.add(i);
                            }
                        }
                        if (!unbound.isEmpty()) {
                            refusals.put(report.row().id(), new Written.PhotosRefused(unbound));
                        }
                    }
                })
                .replaceWithVoid();
    }

    /** Notes those reports whose ticket to join is open no longer; the others' tickets stay so until the commit. */
    private static Uni<Void> targets(SqlConnection tx, List<NewReport> inserted, Map<UUID, Written> refusals) {
        List<NewReport> joining = inserted.stream()
                .filter(report -> report.row().kind() == StoredReport.Kind.JOINED)
                .toList();
        if (joining.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] tickets = joining.stream()
                .map(report -> report.row().ticketId())
                .distinct()
                .sorted()
                .toArray(UUID[]::new);
        return tx.preparedQuery("select id from report where id = any($1) and open order by id for share")
                .execute(Tuple.tuple().addArrayOfUUID(tickets))
                .invoke(rows -> {
                    Set<UUID> open = new HashSet<>();
                    rows.forEach(row -> open.add(row.getUUID(0)));
                    joining.stream()
                            .filter(report -> !open.contains(report.row().ticketId()))
                            .forEach(report -> refusals.put(report.row().id(), new Written.TargetClosed()));
                })
                .replaceWithVoid();
    }

    /** Takes back the rows of refused reports, and frees the photos that were bound to them. */
    private static Uni<Void> withdraw(SqlConnection tx, Set<UUID> refused) {
        if (refused.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple ids = Tuple.tuple().addArrayOfUUID(refused.toArray(UUID[]::new));
        return tx.preparedQuery("update photo set bound_to = null where bound_to = any($1)")
                .execute(ids)
                .chain(() -> tx.preparedQuery("""
                                with unopened as (delete from matter where id = any($1)),
                                     unalarmed as (delete from alarm where ticket_id = any($1))
                                delete from report where id = any($1)""").execute(ids))
                .replaceWithVoid();
    }

    private static Uni<Void> personalData(SqlConnection tx, List<NewReport> kept) {
        List<NewReport> sealed =
                kept.stream().filter(report -> report.sealed() != null).toList();
        if (sealed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("""
                        insert into personal_data (report_id, pseudonym, sealed)
                        select * from unnest($1::uuid[], $2::uuid[], $3::bytea[])""")
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                sealed.stream().map(report -> report.row().id()).toArray(UUID[]::new))
                        .addArrayOfUUID(sealed.stream()
                                .map(report -> report.disclosure().person())
                                .toArray(UUID[]::new))
                        .addValue(sealed.stream()
                                .map(report -> io.vertx.core.buffer.Buffer.buffer(report.sealed()))
                                .toArray(io.vertx.core.buffer.Buffer[]::new)))
                .replaceWithVoid();
    }

    /** Finds what was stored before under the client ids of those that could not be inserted. */
    private static Uni<Void> before(SqlConnection tx, List<NewReport> repeated, Map<UUID, Written> answers) {
        if (repeated.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery("""
                        select r.* from unnest($1::text[], $2::text[]) as x(account, client_id)
                        join report r on r.account = x.account and r.client_id = x.client_id""")
                .execute(Tuple.tuple()
                        .addArrayOfString(repeated.stream()
                                .map(report -> report.row().account())
                                .toArray(String[]::new))
                        .addArrayOfString(repeated.stream()
                                .map(report -> report.row().clientId())
                                .toArray(String[]::new)))
                .chain(rows -> {
                    Map<List<String>, StoredReport> stored = new HashMap<>();
                    for (Row row : rows) {
                        StoredReport report = StoredReport.of(row);
                        stored.put(List.of(report.account(), report.clientId()), report);
                    }
                    return Repeats.of(
                                    tx,
                                    List.copyOf(stored.values()),
                                    repeated.getFirst().window())
                            .invoke(earlier -> repeated.forEach(report -> {
                                StoredReport first = stored.get(List.of(
                                        report.row().account(), report.row().clientId()));
                                answers.put(
                                        report.row().id(),
                                        first == null
                                                ? new Written.Unclear()
                                                : new Written.Before(
                                                        first, earlier.getOrDefault(first.id(), List.of())));
                            }));
                })
                .replaceWithVoid();
    }
}
