package org.whistle.department.assignment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Message;
import org.whistle.contracts.WireFormat;

/** One thing that happened to an assignment, and the version it made. */
@Entity
@Table(name = "assignment_history")
public class HistoryRow {

    @EmbeddedId
    Key key;

    @Column(name = "occurred_at", nullable = false)
    Instant occurredAt;

    /** The wire name of the event or message. */
    @Column(nullable = false)
    String type;

    /** Its JSON. */
    @Column(nullable = false)
    String event;

    static HistoryRow of(UUID assignmentId, long version, Instant at, Message message) {
        HistoryRow row = new HistoryRow();
        row.key = new Key(assignmentId, version);
        row.occurredAt = at;
        row.type = EventTypes.nameOf(message);
        row.event = new String(WireFormat.write(message), StandardCharsets.UTF_8);
        return row;
    }

    /** An assignment and the version that came of it. */
    @Embeddable
    public record Key(
            @Column(name = "assignment_id") UUID assignmentId,
            @Column(name = "version") long version) {}
}
