package org.whistle.dispatch.draft.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.draft.DraftState;

/** A draft's row; its files lie beside it. */
@Entity
@Table(name = "policy_draft")
public class DraftEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    @Version
    public long version;

    @Column(nullable = false)
    public String title;

    @Column(name = "base_version", nullable = false)
    public String baseVersion;

    @Column(nullable = false)
    public String state;

    @Column(name = "created_by", nullable = false)
    public String createdBy;

    @Column(name = "created_at", nullable = false)
    public Instant createdAt;

    /** How often its files were changed; raises the version also when person and instant stay the same. */
    @Column(nullable = false)
    public int changes;

    @Column(name = "changed_by", nullable = false)
    public String changedBy;

    @Column(name = "changed_at", nullable = false)
    public Instant changedAt;

    @Nullable
    @Column(name = "effective_from")
    public Instant effectiveFrom;

    @Nullable
    public String reason;

    @Nullable
    @Column(name = "decided_by")
    public String decidedBy;

    @Nullable
    @Column(name = "decided_at")
    public Instant decidedAt;

    @Nullable
    @Column(name = "result_version")
    public String resultVersion;

    /** Where it stands. */
    public DraftState state() {
        return DraftState.of(state);
    }
}
