package org.whistle.department.assignment.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Message;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.department.assignment.Happening;
import org.whistle.department.assignment.Happening.Announced;
import org.whistle.department.assignment.Happening.RequestDeclined;
import org.whistle.department.assignment.Happening.RequestRaised;

/**
 * One thing that happened to an assignment.
 *
 * @param version the version it made
 * @param type the wire name of the event or message; what stays within the department has a name without version
 * @param event its JSON
 */
record HistoryRow(UUID assignmentId, long version, Instant occurredAt, String type, String event) {

    static HistoryRow of(UUID assignmentId, long version, Instant at, Message message) {
        return of(assignmentId, version, at, EventTypes.nameOf(message), message);
    }

    static HistoryRow of(long version, Happening happening) {
        UUID id = happening.assignmentId();
        Instant at = Outgoing.timeOf(happening);
        return switch (happening) {
            case Announced(DepartmentEvent event) -> of(id, version, at, event);
            case RequestRaised h -> of(id, version, at, "department.request-raised", h);
            case RequestDeclined h -> of(id, version, at, "department.request-declined", h);
        };
    }

    private static HistoryRow of(UUID assignmentId, long version, Instant at, String type, Object event) {
        return new HistoryRow(
                assignmentId, version, at, type, new String(WireFormat.write(event), StandardCharsets.UTF_8));
    }
}
