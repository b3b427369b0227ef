package org.whistle.department.assignment.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.contracts.Actor;
import org.whistle.department.assignment.Happening;
import org.whistle.department.assignment.Request;

/** What stays within the department goes on the audit record by itself; what is announced does so with its event. */
final class Unannounced {

    private Unannounced() {}

    static Optional<AuditEntry> entry(Happening happening) {
        return switch (happening) {
            case Happening.Announced ignored -> Optional.empty();
            case Happening.RequestRaised(UUID ticket, UUID assignment, String department, Request request) ->
                Optional.of(entry(
                        request.askedAt(),
                        request.by(),
                        "request-raised",
                        ticket,
                        assignment,
                        request.requestId(),
                        new JsonObject()
                                .put("kind", request.kind().name().toLowerCase(Locale.ROOT))
                                .put("reason", request.reason())));
            case Happening.RequestDeclined declined ->
                Optional.of(entry(
                        declined.declinedAt(),
                        declined.by(),
                        "request-declined",
                        declined.ticketId(),
                        declined.assignmentId(),
                        declined.requestId(),
                        new JsonObject().put("reason", declined.reason())));
        };
    }

    private static AuditEntry entry(
            Instant at, Actor by, String action, UUID ticket, UUID assignment, UUID request, JsonObject detail) {
        return AuditEntry.of(
                at,
                by.account(),
                by.department(),
                action,
                "ticket",
                ticket,
                detail.put("assignment", assignment.toString()).put("request", request.toString()));
    }
}
