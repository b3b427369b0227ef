package org.whistle.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants of one running limit, computed by dispatch-service with the calendar of the policy the ticket was
 * dispatched under; every other service only compares instants (DOMAIN.md §4).
 *
 * @param startedAt when the limit began to run
 * @param warnAt when 80 % of it is used (黄牌; the share is policy)
 * @param dueAt when all of it is used; later is a breach (红牌)
 * @param superviseAt when 150 % of it is used (督办)
 * @param chaseAt the working day after a breach, when it is chased (催办); absent for clocks that are not
 * @param bulletinAt five working days after the chasing, when a bulletin is due (通报); absent for clocks that have none
 */
public record Clock(
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        Instant superviseAt,
        @Nullable Instant chaseAt,
        @Nullable Instant bulletinAt) {

    public Clock {
        Require.present(startedAt, "clock.startedAt");
        Require.present(warnAt, "clock.warnAt");
        Require.present(dueAt, "clock.dueAt");
        Require.present(superviseAt, "clock.superviseAt");
        if (warnAt.isAfter(dueAt) || dueAt.isAfter(superviseAt)) {
            throw new ContractViolation("clock", "must have warnAt ≤ dueAt ≤ superviseAt");
        }
    }

    /** A clock that is neither chased nor made public. */
    public Clock(Instant startedAt, Instant warnAt, Instant dueAt, Instant superviseAt) {
        this(startedAt, warnAt, dueAt, superviseAt, null, null);
    }
}
