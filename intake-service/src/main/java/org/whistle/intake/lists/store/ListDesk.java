package org.whistle.intake.lists.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.community.EntriesMatched;
import org.whistle.contracts.community.ListKind;
import org.whistle.intake.lists.By;
import org.whistle.intake.lists.Entry;
import org.whistle.intake.lists.ListDecider;
import org.whistle.intake.lists.Matching;
import org.whistle.intake.lists.messaging.CommunityEvents;

/** Carries out what is done with the lists: loads, decides, stores entries and events in one transaction. */
@ApplicationScoped
public class ListDesk {

    private final Transactions transactions;
    private final Outbox outbox;

    ListDesk(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Lists a new entry; fails with the rule that refuses it. */
    public Uni<StoredEntry> list(ListKind list, Entry.Content content, By by) {
        UUID id = Ids.next();
        List<CommunityEvent> events = accepted(ListDecider.list(id, list, content, by));
        String department = by.organises() ? null : by.body();
        StoredEntry row = fresh(id, list, content, department, null, null, by);
        return transactions.inTransaction(tx -> Uni.join()
                .all(
                        EntryRows.insert(tx, row),
                        EntryRows.step(tx, id, 0, step("listed", null, null, null, by)),
                        publish(tx, events, by))
                .andFailFast()
                .replaceWith(row));
    }

    /** Changes an entry. @param version what the caller read; fails with 404, 412 or the rule that refuses it */
    public Uni<StoredEntry> change(UUID id, long version, Function<String, Boolean> sees, Entry.Content to, By by) {
        return transactions.inTransaction(tx -> held(tx, id, version, sees).chain(before -> {
            List<CommunityEvent> events = accepted(ListDecider.change(before.entry(), to, by));
            return store(tx, next(before, before.entry().state(), to, by), "changed", null, events, by);
        }));
    }

    /** Takes an entry off its list. @param note why, in words; fails with 404, 412 or the rule that refuses it */
    public Uni<StoredEntry> retire(
            UUID id, long version, Function<String, Boolean> sees, @Nullable String note, By by) {
        return transactions.inTransaction(tx -> held(tx, id, version, sees).chain(before -> {
            List<CommunityEvent> events = accepted(ListDecider.retire(before.entry(), by));
            StoredEntry after = next(before, Entry.State.RETIRED, before.entry().content(), by);
            boolean project = before.entry().list() == ListKind.PROJECT;
            return EntryRows.use(tx, project ? before.resourceId() : null, -1)
                    .chain(() -> store(tx, after, "retired", note, events, by));
        }));
    }

    /**
     * A person accepts that a resource meets a need.
     *
     * @param version of the need, as the caller read it
     * @return the project that comes of it; fails with 404, 412 or the rule that refuses it
     */
    public Uni<StoredEntry> match(
            UUID needId, long version, Function<String, Boolean> sees, UUID resourceId, Matching matching, By by) {
        return transactions.inTransaction(tx -> held(tx, needId, version, sees)
                .chain(need -> EntryRows.lock(tx, resourceId).chain(found -> {
                    StoredEntry resource = found.orElseThrow(
                            () -> ProblemException.field("resourceId", "没有这一资源", "names no resource"));
                    UUID projectId = Ids.next();
                    List<CommunityEvent> events =
                            accepted(ListDecider.match(projectId, need.entry(), resource.entry(), matching, by));
                    return matched(tx, need, resource, projectId, events, by);
                })));
    }

    private Uni<StoredEntry> matched(
            SqlConnection tx,
            StoredEntry need,
            StoredEntry resource,
            UUID projectId,
            List<CommunityEvent> events,
            By by) {
        int score = ((EntriesMatched) events.getFirst()).score();
        UUID needId = need.entry().id();
        UUID resourceId = resource.entry().id();
        StoredEntry project = fresh(
                projectId,
                ListKind.PROJECT,
                ListDecider.project(need.entry().content()),
                resource.entry().department(),
                needId,
                resourceId,
                by);
        StoredEntry met = next(need, Entry.State.MET, need.entry().content(), by);
        return Uni.join()
                .all(
                        EntryRows.insert(tx, project),
                        EntryRows.step(tx, projectId, 0, step("matched", null, needId, score, by)),
                        EntryRows.update(tx, met),
                        EntryRows.step(tx, needId, met.version(), step("matched", null, resourceId, score, by)),
                        EntryRows.update(
                                tx,
                                next(
                                        resource,
                                        resource.entry().state(),
                                        resource.entry().content(),
                                        by)),
                        EntryRows.step(
                                tx, resourceId, resource.version() + 1, step("matched", null, needId, score, by)),
                        EntryRows.use(tx, resourceId, 1),
                        publish(tx, events, by))
                .andFailFast()
                .replaceWith(project);
    }

    /** The row is held until the commit, so that of two commands the later one decides on what the earlier left. */
    private static Uni<StoredEntry> held(SqlConnection tx, UUID id, long version, Function<String, Boolean> sees) {
        return EntryRows.lock(tx, id).map(found -> {
            StoredEntry entry = found.filter(
                            row -> sees.apply(row.entry().content().area()))
                    .orElseThrow(ProblemException::notFound);
            if (entry.version() != version) {
                throw Versions.stale();
            }
            return entry;
        });
    }

    private Uni<StoredEntry> store(
            SqlConnection tx,
            StoredEntry after,
            String happened,
            @Nullable String note,
            List<CommunityEvent> events,
            By by) {
        return Uni.join()
                .all(
                        EntryRows.update(tx, after),
                        EntryRows.step(tx, after.entry().id(), after.version(), step(happened, note, null, null, by)),
                        publish(tx, events, by))
                .andFailFast()
                .replaceWith(after);
    }

    private Uni<Void> publish(SqlConnection tx, List<CommunityEvent> events, By by) {
        return outbox.append(
                tx,
                events.stream()
                        .map(event -> CommunityEvents.envelope(event, by.at()))
                        .toList());
    }

    private static StoredEntry fresh(
            UUID id,
            ListKind list,
            Entry.Content content,
            @Nullable String department,
            @Nullable UUID need,
            @Nullable UUID resource,
            By by) {
        Entry entry = new Entry(
                id, list, Entry.State.OPEN, content, department, by.actor().account(), 0);
        return new StoredEntry(0, entry, need, resource, by.at(), by.at());
    }

    private static StoredEntry next(StoredEntry before, Entry.State state, Entry.Content content, By by) {
        Entry entry = before.entry();
        return new StoredEntry(
                before.version() + 1,
                new Entry(entry.id(), entry.list(), state, content, entry.department(), entry.listedBy(), entry.used()),
                before.needId(),
                before.resourceId(),
                before.listedAt(),
                by.at());
    }

    private static ListStep step(
            String happened, @Nullable String note, @Nullable UUID other, @Nullable Integer score, By by) {
        return new ListStep(
                happened, note, other, score, by.actor().account(), by.actor().department(), by.at());
    }

    private static List<CommunityEvent> accepted(ListDecider.Answer answer) {
        return switch (answer) {
            case ListDecider.Answer.Accepted accepted -> accepted.events();
            case ListDecider.Answer.Refused refused -> throw refused.why().toProblem();
        };
    }
}
