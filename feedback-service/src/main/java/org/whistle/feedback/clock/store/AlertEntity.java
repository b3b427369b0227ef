package org.whistle.feedback.clock.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.feedback.clock.Alarm;

/** A row of {@code alert}: a threshold that was passed. Never changed. */
@Entity
@Table(name = "alert")
public class AlertEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "ticket_id")
    public UUID ticketId;

    public String stage;
    public int round;
    public UUID leg;
    public int run;
    public String kind;

    @Nullable
    public String department;

    @Nullable
    public String type;

    public String grid;

    @Column(name = "due_at")
    public Instant dueAt;

    @Column(name = "threshold_at")
    public Instant thresholdAt;

    @Column(name = "noticed_at")
    public Instant noticedAt;

    /** The alert of an alarm; where and what the matter is comes from its loop. */
    public static AlertEntity of(Alarm alarm, Instant now) {
        ClockId key = ClockId.of(alarm.clock().key());
        AlertEntity row = new AlertEntity();
        row.id = Ids.next();
        row.ticketId = key.ticketId;
        row.stage = key.stage;
        row.round = key.round;
        row.leg = key.leg;
        row.run = key.run;
        row.kind = alarm.threshold().word();
        row.department = alarm.clock().department();
        row.dueAt = alarm.clock().limit().dueAt();
        row.thresholdAt = alarm.thresholdAt();
        row.noticedAt = now;
        return row;
    }
}
