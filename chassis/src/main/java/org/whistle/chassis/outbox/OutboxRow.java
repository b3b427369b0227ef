package org.whistle.chassis.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.Envelope;

/** A row of the outbox as a Hibernate Reactive session inserts it; {@code seq} is the database's. */
@Entity
@Table(name = "outbox")
public class OutboxRow {

    @Id
    UUID id;

    @Column(name = "aggregatetype", nullable = false)
    String topic;

    @Column(name = "aggregateid", nullable = false)
    UUID key;

    @Column(nullable = false)
    String type;

    @Column(nullable = false)
    String source;

    @Column(name = "occurred_at", nullable = false)
    OffsetDateTime occurredAt;

    @Nullable
    @Column
    String causation;

    @Column(nullable = false)
    byte[] payload;

    static OutboxRow of(Envelope event) {
        OutboxRow row = new OutboxRow();
        row.id = event.id();
        row.topic = event.topic();
        row.key = event.subject();
        row.type = event.type();
        row.source = event.source();
        row.occurredAt = event.time().atOffset(ZoneOffset.UTC);
        row.causation = event.causation();
        row.payload = event.data();
        return row;
    }
}
