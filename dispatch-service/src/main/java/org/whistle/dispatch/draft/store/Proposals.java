package org.whistle.dispatch.draft.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.store.Transactions;
import org.whistle.dispatch.draft.Proposal;
import org.whistle.dispatch.ticket.Ticket;

/** Choices of dispatchers that could become rules. */
@ApplicationScoped
public class Proposals {

    /** Waits for an administrator. */
    public static final String OPEN = "open";

    /** Taken into a draft. */
    public static final String ADOPTED = "adopted";

    /** Shall be no rule. */
    public static final String DISMISSED = "dismissed";

    private final Transactions transactions;
    private final Clock clock;
    private final AuditTrail audit;

    Proposals(Transactions transactions, Clock clock, AuditTrail audit) {
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** Keeps a proposal; the one that is open for the ticket already, when there is one. */
    public Uni<ProposalEntity> propose(Ticket ticket, Proposal proposal, String note, String by) {
        return transactions.inSession(
                () -> ProposalEntity.<ProposalEntity>find("ticketId = ?1 and state = ?2", ticket.id(), OPEN)
                        .firstResult()
                        .chain(open -> {
                            if (open != null) {
                                return Uni.createFrom().item(open);
                            }
                            ProposalEntity fresh = of(ticket, proposal, note, by);
                            return fresh.persist()
                                    .chain(() -> onRecord(fresh, "rule-proposed", by, note))
                                    .replaceWith(fresh);
                        }));
    }

    /**
     * Proposals, the latest first, behind {@code (beforeAt, beforeId)} when given.
     *
     * @param scope whose places are seen; null sees all
     */
    public Uni<List<ProposalEntity>> list(
            @Nullable AreaScope scope,
            @Nullable String state,
            @Nullable Instant beforeAt,
            @Nullable UUID beforeId,
            int limit) {
        List<Object> values = new ArrayList<>(List.of(
                state == null ? "" : state,
                beforeAt == null ? Instant.parse("9999-01-01T00:00:00Z") : beforeAt,
                beforeId == null ? new UUID(-1, -1) : beforeId));
        StringBuilder seen = new StringBuilder();
        if (scope != null) {
            seen.append(" and (1 = 0");
            for (String pattern : scope.patterns()) {
                values.add(pattern);
                seen.append(" or grid like ?").append(values.size());
            }
            seen.append(')');
        }
        return transactions.inSession(() -> ProposalEntity.<ProposalEntity>find(
                        "(?1 = '' or state = ?1) and (proposedAt < ?2 or proposedAt = ?2 and id < ?3)" + seen
                                + " order by proposedAt desc, id desc",
                        values.toArray())
                .range(0, limit - 1)
                .list());
    }

    /** A proposal; null when there is none. */
    public Uni<@Nullable ProposalEntity> find(UUID id) {
        return transactions.inSession(() -> ProposalEntity.findById(id));
    }

    /**
     * Marks an open proposal as taken into a draft, or as dismissed.
     *
     * @param draftId and ruleId where it went; null when it is dismissed
     * @return the proposal after it; null when it is not open any more
     */
    public Uni<@Nullable ProposalEntity> decide(
            UUID id, @Nullable UUID draftId, @Nullable String ruleId, @Nullable String reason, String by) {
        return transactions.inSession(() -> ProposalEntity.<ProposalEntity>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> {
                    if (!OPEN.equals(row.state)) {
                        return Uni.createFrom().<ProposalEntity>nullItem();
                    }
                    row.state = draftId == null ? DISMISSED : ADOPTED;
                    row.draftId = draftId;
                    row.ruleId = ruleId;
                    row.reason = reason;
                    row.decidedBy = by;
                    row.decidedAt = now();
                    return onRecord(row, "proposal-" + row.state, by, reason)
                            .chain(() -> row.<ProposalEntity>flush())
                            .replaceWith(row);
                }));
    }

    private Uni<Void> onRecord(ProposalEntity row, String action, String by, @Nullable String reason) {
        return audit.append(List.of(AuditEntry.of(
                now(),
                by,
                null,
                action,
                "ticket",
                row.ticketId,
                new JsonObject().put("proposal", row.id.toString()).put("reason", reason))));
    }

    private ProposalEntity of(Ticket ticket, Proposal proposal, String note, String by) {
        ProposalEntity row = new ProposalEntity();
        row.id = Ids.next();
        row.ticketId = ticket.id();
        row.ticketNo = ticket.report().ticketNo();
        row.grid = ticket.report().place().grid();
        row.place = proposal.place();
        row.type = proposal.type();
        row.condition = proposal.condition();
        row.lead = proposal.lead();
        row.cooperating = String.join(" ", proposal.cooperating());
        row.note = note;
        row.state = OPEN;
        row.proposedBy = by;
        row.proposedAt = now();
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
