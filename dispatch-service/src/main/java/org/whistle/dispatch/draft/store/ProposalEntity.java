package org.whistle.dispatch.draft.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.draft.Proposal;

/** A proposed rule's row. */
@Entity
@Table(name = "rule_proposal")
public class ProposalEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    @Version
    public long version;

    @Column(name = "ticket_id", nullable = false)
    public UUID ticketId;

    @Column(name = "ticket_no", nullable = false)
    public String ticketNo;

    @Column(nullable = false)
    public String grid;

    @Column(nullable = false)
    public String place;

    @Column(nullable = false)
    public String type;

    @Column(nullable = false)
    public String condition;

    @Column(nullable = false)
    public String lead;

    /** Codes with blanks between them. */
    @Column(nullable = false)
    public String cooperating;

    @Column(nullable = false)
    public String note;

    @Column(nullable = false)
    public String state;

    @Column(name = "proposed_by", nullable = false)
    public String proposedBy;

    @Column(name = "proposed_at", nullable = false)
    public Instant proposedAt;

    @Nullable
    @Column(name = "draft_id")
    public UUID draftId;

    @Nullable
    @Column(name = "rule_id")
    public String ruleId;

    @Nullable
    public String reason;

    @Nullable
    @Column(name = "decided_by")
    public String decidedBy;

    @Nullable
    @Column(name = "decided_at")
    public Instant decidedAt;

    /** The rule it would make. */
    public Proposal proposal() {
        return new Proposal(
                type, condition, place, lead, cooperating.isEmpty() ? List.of() : List.of(cooperating.split(" ")));
    }
}
