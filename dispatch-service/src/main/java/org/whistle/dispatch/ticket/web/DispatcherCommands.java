package org.whistle.dispatch.ticket.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.PathIds;
import org.whistle.chassis.web.TicketLog;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.Actor;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketCommand;
import org.whistle.dispatch.ticket.store.TicketDesk;

/** What every command of a dispatcher has in common: against which version, within which area, and how it is answered. */
@ApplicationScoped
class DispatcherCommands {

    private static final Logger LOG = Logger.getLogger(DispatcherCommands.class);

    private final TicketDesk desk;
    private final Caller caller;

    DispatcherCommands(TicketDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /**
     * Carries a command out on the version that {@code If-Match} names.
     *
     * @param command made with who decides and the instant it is decided at
     */
    Uni<Response> carryOut(String id, HttpHeaders headers, BiFunction<Actor, Instant, TicketCommand> command) {
        UUID ticket = PathIds.of(id);
        long version = Versions.ifMatch(headers);
        AreaScope scope = caller.scope();
        return carryOut(
                ticket, version, seen -> scope.sees(seen.report().place().grid()), command);
    }

    /** The same for people below the street, whose own reports are theirs wherever they lie. */
    Uni<Response> carryOut(
            UUID ticket, long version, Predicate<Ticket> sees, BiFunction<Actor, Instant, TicketCommand> command) {
        Actor by = new Actor(caller.account(), caller.department());
        return desk.carryOutOn(ticket, version, sees, at -> command.apply(by, at))
                .map(result -> switch (result) {
                    case TicketDesk.Result.Done done -> {
                        try (TicketLog.Scope line = TicketLog.of(ticket)) {
                            LOG.infof(
                                    "ticket is %s after a decision of %s",
                                    done.ticket().status().code(), by.account());
                        }
                        yield Response.ok(DecidedView.of(done.ticket(), done.version()))
                                .header(HttpHeaders.ETAG, Versions.etag(done.version()))
                                .build();
                    }
                    case TicketDesk.Result.Refused refused -> throw DispatchProblem.of(refused.why());
                    case TicketDesk.Result.Stale stale ->
                        throw Versions.stale().withHeader(HttpHeaders.ETAG, Versions.etag(stale.version()));
                    case TicketDesk.Result.Missing missing -> throw ProblemException.notFound();
                });
    }

    /** A command without a body is none. */
    static void required(@Nullable Object body) {
        if (body == null) {
            throw ProblemException.of(CommonProblem.BAD_REQUEST);
        }
    }

    /**
     * The ticket after a decision, in short.
     *
     * @param round how often it was dispatched
     */
    @Schema(name = "Decided")
    record DecidedView(
            UUID id,
            @Schema(examples = "dispatched") String state,
            @Schema(examples = "8") long version,
            int round,
            @Schema(examples = "water-supply") @Nullable String lead) {

        static DecidedView of(Ticket ticket, long version) {
            return new DecidedView(
                    ticket.id(),
                    ticket.status().code(),
                    version,
                    ticket.lastOrder().map(order -> order.round()).orElse(0),
                    ticket.lead().map(state -> state.leg().department()).orElse(null));
        }
    }
}
