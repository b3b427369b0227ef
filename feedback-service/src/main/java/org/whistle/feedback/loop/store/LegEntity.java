package org.whistle.feedback.loop.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code leg}. It is changed only by who holds its loop. */
@Entity
@Table(name = "leg")
public class LegEntity extends PanacheEntityBase {

    @Id
    @Column(name = "assignment_id")
    public UUID assignmentId;

    @Column(name = "ticket_id")
    public UUID ticketId;

    public int round;
    public String department;
    public String role;

    @Nullable
    public String type;

    public String grid;

    @Column(name = "issued_at")
    public Instant issuedAt;

    @Column(name = "due_at")
    public Instant dueAt;

    @Nullable
    @Column(name = "accepted_at")
    public Instant acceptedAt;

    @Nullable
    @Column(name = "paused_at")
    public Instant pausedAt;

    @Nullable
    @Column(name = "completed_at")
    public Instant completedAt;

    @Nullable
    @Column(name = "reworked_at")
    public Instant reworkedAt;

    @Column(name = "rework_pending")
    public boolean reworkPending;

    public int reworks;

    @Nullable
    @Column(name = "ended_at")
    public Instant endedAt;

    @Nullable
    @Column(name = "ended_by")
    public String endedBy;
}
