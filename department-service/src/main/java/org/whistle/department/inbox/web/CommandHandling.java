package org.whistle.department.inbox.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Versions;
import org.whistle.department.assignment.Command;
import org.whistle.department.assignment.store.AssignmentCommands;

/** Carries a person's command from the request to the assignment and its new state back. */
@ApplicationScoped
class CommandHandling {

    private final AssignmentCommands commands;
    private final AvailableActions actions;
    private final Caller caller;
    private final Clock clock;

    CommandHandling(AssignmentCommands commands, AvailableActions actions, Caller caller, Clock clock) {
        this.commands = commands;
        this.actions = actions;
        this.caller = caller;
        this.clock = clock;
    }

    /** The assignment after the command, with its ETag. */
    Uni<RestResponse<AssignmentView>> handle(
            UUID id, HttpHeaders headers, BiFunction<Asker, Instant, Command> command) {
        long version = Versions.ifMatch(headers);
        Asker asker = Asker.of(caller);
        // As the database keeps it, so that state and event tell the same instant.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return commands.handle(id, asker.ownDepartment(), version, command.apply(asker, now))
                .map(row -> RestResponse.ResponseBuilder.ok(AssignmentView.of(row, now, actions, asker))
                        .header(HttpHeaders.ETAG, Versions.etag(row.version()))
                        .build());
    }

    /** @throws ProblemException 400 when there is no body */
    static <T> T required(@Nullable T body) {
        if (body == null) {
            throw ProblemException.field("body", "必须提供 JSON 请求体", "must be a JSON object");
        }
        return body;
    }
}
