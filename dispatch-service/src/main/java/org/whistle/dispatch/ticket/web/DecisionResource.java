package org.whistle.dispatch.ticket.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.TicketLog;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.Actor;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketCommand;
import org.whistle.dispatch.ticket.store.TicketDesk;
import org.whistle.dispatch.ticket.web.Bodies.ApprovalBody;
import org.whistle.dispatch.ticket.web.Bodies.DispatchBody;
import org.whistle.dispatch.ticket.web.Bodies.NonAcceptanceBody;
import org.whistle.dispatch.ticket.web.Bodies.RefusalBody;

/** What the street's dispatcher decides. Each change names the version it was made against. */
@Path("/")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "decisions", description = "Dispatch, non-acceptance, returns; each with If-Match")
public class DecisionResource {

    private static final Logger LOG = Logger.getLogger(DecisionResource.class);

    private final TicketDesk desk;
    private final Caller caller;
    private final Counter dispatched;

    DecisionResource(TicketDesk desk, Caller caller, MeterRegistry metrics) {
        this.desk = desk;
        this.caller = caller;
        this.dispatched = metrics.counter("whistle.dispatched", "by", "person");
    }

    /** Sends the ticket to a body. */
    @POST
    @Path("tickets/{id}/dispatch")
    @Operation(
            summary =
                    "Send the ticket to a lead and cooperating bodies, out of the queue or away from the present ones")
    @APIResponse(
            responseCode = "200",
            description = "dispatched; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> dispatch(@PathParam("id") String id, @Context HttpHeaders headers, DispatchBody body) {
        required(body);
        Actor by = actor();
        return carryOut(
                        id,
                        headers,
                        at -> new TicketCommand.Dispatch(
                                Objects.requireNonNull(body.lead()),
                                Objects.requireNonNull(body.cooperating()),
                                body.urgency(),
                                body.type(),
                                body.condition(),
                                Objects.requireNonNull(body.reason()),
                                by,
                                at))
                .invoke(done -> dispatched.increment());
    }

    /** Says that the matter belongs elsewhere. */
    @POST
    @Path("tickets/{id}/non-acceptance")
    @Operation(
            summary = "Say that the matter belongs to another channel (court, arbitration, petition); ends the ticket")
    @APIResponse(
            responseCode = "200",
            description = "not accepted",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> refuseAcceptance(
            @PathParam("id") String id, @Context HttpHeaders headers, NonAcceptanceBody body) {
        required(body);
        Actor by = actor();
        return carryOut(
                id,
                headers,
                at -> new TicketCommand.RefuseAcceptance(
                        Objects.requireNonNull(body.channel()), Objects.requireNonNull(body.explanation()), by, at));
    }

    /** Agrees with an objection. */
    @POST
    @Path("tickets/{id}/returns/{returnId}/approval")
    @Operation(summary = "Agree with a department's return: to another lead at once, or to the queue")
    @APIResponse(
            responseCode = "200",
            description = "approved",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> approve(
            @PathParam("id") String id,
            @PathParam("returnId") String returnId,
            @Context HttpHeaders headers,
            ApprovalBody body) {
        required(body);
        Actor by = actor();
        UUID request = Ids.of(returnId);
        return carryOut(
                id,
                headers,
                at -> new TicketCommand.ApproveReturn(
                        request,
                        Objects.requireNonNull(body.reason()),
                        body.lead(),
                        Objects.requireNonNull(body.cooperating()),
                        by,
                        at));
    }

    /** Holds the department responsible. */
    @POST
    @Path("tickets/{id}/returns/{returnId}/refusal")
    @Operation(summary = "Refuse a department's return: its clock goes on where it stopped")
    @APIResponse(
            responseCode = "200",
            description = "refused",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> refuse(
            @PathParam("id") String id,
            @PathParam("returnId") String returnId,
            @Context HttpHeaders headers,
            RefusalBody body) {
        required(body);
        Actor by = actor();
        UUID request = Ids.of(returnId);
        return carryOut(
                id,
                headers,
                at -> new TicketCommand.RefuseReturn(request, Objects.requireNonNull(body.reason()), by, at));
    }

    private Uni<Response> carryOut(String id, HttpHeaders headers, Function<Instant, TicketCommand> command) {
        UUID ticket = Ids.of(id);
        long version = Versions.ifMatch(headers);
        AreaScope scope = caller.scope();
        String account = caller.account();
        return desk.carryOut(ticket, version, scope::sees, command).map(result -> switch (result) {
            case TicketDesk.Result.Done done -> {
                try (TicketLog.Scope line = TicketLog.of(ticket)) {
                    LOG.infof(
                            "ticket is %s after a decision of %s",
                            done.ticket().status().code(), account);
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

    private Actor actor() {
        return new Actor(caller.account(), caller.department());
    }

    private static void required(Object body) {
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
            String state,
            long version,
            int round,
            @Nullable String lead) {

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
