package org.whistle.dispatch.draft.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.store.Transactions;
import org.whistle.dispatch.draft.DraftState;
import org.whistle.dispatch.policy.store.Policies;

/**
 * Puts scheduled drafts in force on their day. Any instance may do it: loading the same district twice changes nothing, and
 * the draft's row is decided under its lock.
 */
@ApplicationScoped
class DueDrafts {

    private static final Logger LOG = Logger.getLogger(DueDrafts.class);
    private static final int AT_ONCE = 10;

    private final Transactions transactions;
    private final Drafts drafts;
    private final Policies policies;
    private final Clock clock;

    DueDrafts(Transactions transactions, Drafts drafts, Policies policies, Clock clock) {
        this.transactions = transactions;
        this.drafts = drafts;
        this.policies = policies;
        this.clock = clock;
    }

    /** Looks for drafts whose day has come, one after the other, the earliest first. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        if (!policies.isReady()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .inSession(() -> DraftEntity.<DraftEntity>find(
                                "state = ?1 and effectiveFrom <= ?2 order by effectiveFrom, id",
                                DraftState.SCHEDULED.word(),
                                clock.instant())
                        .range(0, AT_ONCE - 1)
                        .list())
                .chain(this::oneByOne)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "scheduled rules could not be put in force"))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> oneByOne(List<DraftEntity> due) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (DraftEntity row : due) {
            all = all.chain(() -> drafts.find(row.id))
                    .chain(this::activate)
                    // The next one's day has come as well, whatever is wrong with this one.
                    .onFailure()
                    .invoke(failure -> LOG.errorf(failure, "draft %s could not be put in force", row.id))
                    .onFailure()
                    .recoverWithNull();
        }
        return all;
    }

    private Uni<Void> activate(Drafts.@Nullable Draft draft) {
        if (draft == null || draft.row().state() != DraftState.SCHEDULED) {
            return Uni.createFrom().voidItem();
        }
        return drafts.policyOf(draft).chain(policy -> {
            // Loaded by an instance that was stopped before it could say so.
            boolean loaded = policy.version().equals(policies.current().version());
            if (!loaded && !drafts.isCurrent(draft.row())) {
                return mark(draft.row().id, DraftState.OUTDATED, null);
            }
            Uni<String> version = loaded
                    ? Uni.createFrom().item(policy.version())
                    : drafts.load(draft, String.valueOf(draft.row().decidedBy));
            return version.chain(result -> mark(draft.row().id, DraftState.ACTIVATED, result));
        });
    }

    private Uni<Void> mark(UUID id, DraftState state, @Nullable String result) {
        return transactions
                .inSession(() -> DraftEntity.<DraftEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                        .invoke(row -> {
                            if (row.state() == DraftState.SCHEDULED) {
                                row.state = state.word();
                                row.resultVersion = result;
                            }
                        }))
                .invoke(row -> LOG.infof("draft %s is %s", id, row.state))
                .replaceWithVoid();
    }
}
