package org.whistle.department.assignment.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Message;
import org.whistle.contracts.WireFormat;

/**
 * One thing that happened to an assignment.
 *
 * @param version the version it made
 * @param type the wire name of the event or message
 * @param event its JSON
 */
record HistoryRow(UUID assignmentId, long version, Instant occurredAt, String type, String event) {

    static HistoryRow of(UUID assignmentId, long version, Instant at, Message message) {
        return new HistoryRow(
                assignmentId,
                version,
                at,
                EventTypes.nameOf(message),
                new String(WireFormat.write(message), StandardCharsets.UTF_8));
    }
}
