package org.whistle.dispatch.draft.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.store.Transactions;
import org.whistle.dispatch.draft.DraftState;
import org.whistle.dispatch.draft.store.DraftResult.Decided;
import org.whistle.dispatch.draft.store.DraftResult.Done;
import org.whistle.dispatch.draft.store.DraftResult.Missing;
import org.whistle.dispatch.draft.store.DraftResult.Outdated;
import org.whistle.dispatch.draft.store.DraftResult.Stale;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.district.District;
import org.whistle.district.DistrictArchive;
import org.whistle.district.DistrictException;

/**
 * Drafts of rules: begun on the policy in force, changed file by file, each change checked with the whole district, and put
 * in force while the policy they were begun on still is.
 */
@ApplicationScoped
public class Drafts {

    private final Transactions transactions;
    private final Policies policies;
    private final Clock clock;
    private final AuditTrail audit;

    Drafts(Transactions transactions, Policies policies, Clock clock, AuditTrail audit) {
        this.transactions = transactions;
        this.policies = policies;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A draft with its files.
     *
     * @param files contents by name, only those it replaces
     */
    public record Draft(DraftEntity row, Map<String, byte[]> files) {

        public Draft {
            files = Map.copyOf(files);
        }
    }

    /** Begins a draft on the policy in force. */
    public Uni<DraftEntity> begin(String title, String by) {
        DraftEntity draft = new DraftEntity();
        draft.id = Ids.next();
        draft.title = title;
        draft.baseVersion = policies.current().version();
        draft.state = DraftState.OPEN.word();
        draft.createdBy = by;
        draft.createdAt = now();
        draft.changedBy = by;
        draft.changedAt = draft.createdAt;
        return transactions.inSession(() ->
                draft.persist().chain(() -> onRecord(draft, "draft-begun", by)).replaceWith(draft));
    }

    /** Drafts, the latest first, behind {@code (beforeAt, beforeId)} when given. */
    public Uni<List<DraftEntity>> list(
            @Nullable String state, @Nullable Instant beforeAt, @Nullable UUID beforeId, int limit) {
        Instant at = beforeAt == null ? Instant.parse("9999-01-01T00:00:00Z") : beforeAt;
        UUID id = beforeId == null ? new UUID(-1, -1) : beforeId;
        return transactions.inSession(() -> DraftEntity.<DraftEntity>find(
                        "(?1 = '' or state = ?1) and (createdAt < ?2 or createdAt = ?2 and id < ?3) order by createdAt"
                                + " desc, id desc",
                        state == null ? "" : state,
                        at,
                        id)
                .range(0, limit - 1)
                .list());
    }

    /** A draft with its files; null when there is none. */
    public Uni<@Nullable Draft> find(UUID id) {
        return transactions.inSession(() -> DraftEntity.<DraftEntity>findById(id)
                .chain(row -> row == null ? Uni.createFrom().nullItem() : withFiles(row)));
    }

    /**
     * Changes files of a draft.
     *
     * @param version the version the caller has seen
     * @param change gets the draft and the district with it; answers the files it replaces
     * @return fails with {@link DistrictException} when the district would not fit together
     */
    public Uni<DraftResult> change(UUID id, long version, String by, Function<District, Map<String, byte[]>> change) {
        return find(id).chain(draft -> {
            if (draft == null) {
                return answer(new Missing());
            }
            DraftResult against = against(draft.row(), version);
            if (against != null) {
                return answer(against);
            }
            return onWorker(() -> {
                        Map<String, byte[]> changed =
                                change.apply(policies.current().district().with(draft.files()));
                        Map<String, byte[]> all = new HashMap<>(draft.files());
                        all.putAll(changed);
                        // Reading it is the check.
                        policies.current().district().with(all);
                        return changed;
                    })
                    .chain(changed -> keep(id, version, changed, by));
        });
    }

    /** The policy a draft would make. Takes a while, so not on an event loop. */
    public PolicyVersion of(Draft draft) {
        return PolicyVersion.of(policies.current().district().with(draft.files()));
    }

    /** The policy a draft would make, made where nobody waits for it. */
    public Uni<PolicyVersion> policyOf(Draft draft) {
        return onWorker(() -> of(draft));
    }

    /**
     * Puts a draft in force, at once or on its day.
     *
     * @param effectiveFrom null for at once
     */
    public Uni<DraftResult> activate(UUID id, long version, String reason, @Nullable Instant effectiveFrom, String by) {
        return find(id).chain(draft -> {
            if (draft == null) {
                return answer(new Missing());
            }
            DraftResult against = against(draft.row(), version);
            if (against != null) {
                return answer(against);
            }
            Instant now = now();
            if (effectiveFrom != null && effectiveFrom.isAfter(now)) {
                return decide(id, version, row -> {
                    decided(row, DraftState.SCHEDULED, reason, by);
                    row.effectiveFrom = effectiveFrom;
                });
            }
            return load(draft, by)
                    .chain(result -> decide(id, version, row -> {
                        decided(row, DraftState.ACTIVATED, reason, by);
                        row.effectiveFrom = now;
                        row.resultVersion = result;
                    }));
        });
    }

    /** Gives a draft up, also one that is scheduled. */
    public Uni<DraftResult> discard(UUID id, long version, String reason, String by) {
        return transactions.inSession(() -> DraftEntity.<DraftEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> {
                    if (row == null) {
                        return answer(new Missing());
                    }
                    if (row.version != version) {
                        return answer(new Stale(row.version));
                    }
                    if (row.state() != DraftState.OPEN && row.state() != DraftState.SCHEDULED) {
                        return answer(new Decided(row.state()));
                    }
                    decided(row, DraftState.DISCARDED, reason, by);
                    return onRecord(row, "draft-discarded", by)
                            .chain(() -> row.flush())
                            .replaceWith(new Done(row));
                }));
    }

    /** Loads a draft's district; answers the version it has. */
    Uni<String> load(Draft draft, String by) {
        return onWorker(() -> policies.current().district().with(draft.files()))
                .chain(district -> policies.load(DistrictArchive.zip(district), by))
                .map(info -> info.version());
    }

    /** What is against changing or deciding it; null when nothing is. */
    private @Nullable DraftResult against(DraftEntity row, long version) {
        if (row.version != version) {
            return new Stale(row.version);
        }
        if (row.state() != DraftState.OPEN) {
            return new Decided(row.state());
        }
        return isCurrent(row)
                ? null
                : new Outdated(row.baseVersion, policies.current().version());
    }

    /** Whether the policy it was begun on is still in force. */
    boolean isCurrent(DraftEntity row) {
        return row.baseVersion.equals(policies.current().version());
    }

    private Uni<DraftResult> keep(UUID id, long version, Map<String, byte[]> changed, String by) {
        return transactions.inSession(() -> DraftEntity.<DraftEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> {
                    DraftResult against = row == null ? new Missing() : against(row, version);
                    if (against != null) {
                        return answer(against);
                    }
                    Uni<Void> stored = Uni.createFrom().voidItem();
                    stored = stored.chain(() -> onRecord(row, "draft-changed", by));
                    for (Map.Entry<String, byte[]> file : changed.entrySet()) {
                        stored = stored.chain(() -> store(id, file.getKey(), file.getValue()));
                    }
                    return stored.chain(() -> {
                                row.changes++;
                                row.changedBy = by;
                                row.changedAt = now();
                                return row.flush();
                            })
                            .replaceWith(new Done(row));
                }));
    }

    private Uni<Void> onRecord(DraftEntity row, String action, String by) {
        return audit.append(List.of(AuditEntry.of(
                now(),
                by,
                null,
                action,
                "draft",
                row.id,
                new JsonObject().put("title", row.title).put("reason", row.reason))));
    }

    private static Uni<Void> store(UUID id, String name, byte[] content) {
        return DraftFileEntity.<DraftFileEntity>findById(DraftFileId.of(id, name))
                .chain(file -> {
                    if (file == null) {
                        return DraftFileEntity.of(id, name, content).persist().replaceWithVoid();
                    }
                    file.content = content;
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<DraftResult> decide(UUID id, long version, Consumer<DraftEntity> decision) {
        return transactions.inSession(() -> DraftEntity.<DraftEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> {
                    if (row == null) {
                        return answer(new Missing());
                    }
                    if (row.version != version) {
                        return answer(new Stale(row.version));
                    }
                    decision.accept(row);
                    return onRecord(row, "draft-" + row.state, row.decidedBy)
                            .chain(() -> row.flush())
                            .replaceWith(new Done(row));
                }));
    }

    void decided(DraftEntity row, DraftState state, String reason, String by) {
        row.state = state.word();
        row.reason = reason;
        row.decidedBy = by;
        row.decidedAt = now();
    }

    Uni<Draft> withFiles(DraftEntity row) {
        return DraftFileEntity.<DraftFileEntity>list("id.draftId", row.id).map(files -> {
            Map<String, byte[]> contents = new HashMap<>();
            files.forEach(file -> contents.put(file.id.name, file.content));
            return new Draft(row, contents);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Uni<DraftResult> answer(DraftResult result) {
        return Uni.createFrom().item(result);
    }

    /** Reading a district takes a while; what follows goes on where the caller was. */
    private static <T> Uni<T> onWorker(Supplier<T> work) {
        Context caller = Vertx.currentContext();
        Uni<T> done = Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return caller == null ? done : done.emitOn(task -> caller.runOnContext(ignored -> task.run()));
    }
}
