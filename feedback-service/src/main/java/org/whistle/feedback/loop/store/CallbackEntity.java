package org.whistle.feedback.loop.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code callback}: one time that a reporter had to be told and asked. */
@Entity
@Table(name = "callback")
public class CallbackEntity extends PanacheEntityBase {

    @EmbeddedId
    public CallbackId id;

    /** Who led the handling that is asked about. */
    @Nullable
    public String department;

    @Nullable
    public String type;

    public String grid;

    @Column(name = "opened_at")
    public Instant openedAt;

    @Column(name = "due_at")
    public Instant dueAt;

    @Nullable
    @Column(name = "contacted_at")
    public Instant contactedAt;

    @Nullable
    public String channel;

    @Nullable
    public Boolean solved;

    @Nullable
    public String satisfaction;

    @Nullable
    public String comment;

    @Nullable
    @Column(name = "answered_by")
    public String answeredBy;
}
