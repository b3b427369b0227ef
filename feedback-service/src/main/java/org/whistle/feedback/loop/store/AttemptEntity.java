package org.whistle.feedback.loop.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code callback_attempt}: a call without contact. Never changed. */
@Entity
@Table(name = "callback_attempt")
public class AttemptEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "ticket_id")
    public UUID ticketId;

    public int cycle;
    public String channel;

    @Column(name = "called_by")
    public String calledBy;

    @Column(name = "called_at")
    public Instant calledAt;
}
