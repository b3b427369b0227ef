package org.whistle.feedback.loop.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code loop}, for a session and for the multi-row statements alike; {@code street} is the database's. */
@Entity
@Table(name = "loop")
public class LoopEntity extends PanacheEntityBase {

    @Id
    @Column(name = "ticket_id")
    public UUID ticketId;

    @Version
    public long version;

    public String state;

    @Column(name = "ticket_no")
    public String ticketNo;

    public String matter;

    @Nullable
    public String type;

    @Nullable
    public String condition;

    @Nullable
    public String urgency;

    public String grid;
    public double longitude;
    public double latitude;

    @Column(name = "filed_by")
    public String filedBy;

    @Column(name = "filed_at")
    public Instant filedAt;

    @Column(name = "journal_partition")
    public int partition;

    public int round;
    public int reopened;
    public int reworks;
    public int returns;
    public int attempts;

    @Nullable
    @Column(name = "first_dispatched_at")
    public Instant firstDispatchedAt;

    @Nullable
    @Column(name = "first_department")
    public String firstDepartment;

    @Nullable
    @Column(name = "lead_department")
    public String leadDepartment;

    /** When it came into its present state. */
    public Instant since;

    @Nullable
    @Column(name = "stage_due_at")
    public Instant stageDueAt;

    @Nullable
    @Column(name = "close_due_at")
    public Instant closeDueAt;

    @Nullable
    @Column(name = "closed_at")
    public Instant closedAt;

    @Nullable
    public String outcome;
}
