package org.whistle.contracts;

import java.time.Instant;

/**
 * The instants of one running limit, computed by dispatch-service with the calendar of the policy the ticket was
 * dispatched under; every other service only compares instants (DOMAIN.md §4).
 *
 * @param startedAt when the limit began to run
 * @param warnAt when 80 % of it is used (黄牌; the share is policy)
 * @param dueAt when all of it is used; later is a breach (红牌)
 * @param superviseAt when 150 % of it is used (督办)
 */
public record Clock(Instant startedAt, Instant warnAt, Instant dueAt, Instant superviseAt) {

    public Clock {
        Require.present(startedAt, "clock.startedAt");
        Require.present(warnAt, "clock.warnAt");
        Require.present(dueAt, "clock.dueAt");
        Require.present(superviseAt, "clock.superviseAt");
        if (warnAt.isAfter(dueAt) || dueAt.isAfter(superviseAt)) {
            throw new ContractViolation("clock", "must have warnAt ≤ dueAt ≤ superviseAt");
        }
    }
}
