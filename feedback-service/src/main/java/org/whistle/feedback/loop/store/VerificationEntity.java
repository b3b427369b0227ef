package org.whistle.feedback.loop.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code verification}: what somebody found on site. Never changed. */
@Entity
@Table(name = "verification")
public class VerificationEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "ticket_id")
    public UUID ticketId;

    public boolean fixed;

    @Nullable
    public String note;

    public double longitude;
    public double latitude;

    /** From the reported position. */
    public int metres;

    public UUID[] photos;

    @Nullable
    @Column(name = "assignment_id")
    public UUID assignmentId;

    @Column(name = "verified_by")
    public String verifiedBy;

    @Column(name = "verified_at")
    public Instant verifiedAt;
}
