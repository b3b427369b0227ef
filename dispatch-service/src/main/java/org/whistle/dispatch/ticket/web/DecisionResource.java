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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.web.PathIds;
import org.whistle.dispatch.ticket.TicketCommand;
import org.whistle.dispatch.ticket.web.Bodies.ApprovalBody;
import org.whistle.dispatch.ticket.web.Bodies.DispatchBody;
import org.whistle.dispatch.ticket.web.Bodies.NonAcceptanceBody;
import org.whistle.dispatch.ticket.web.Bodies.RefusalBody;
import org.whistle.dispatch.ticket.web.DispatcherCommands.DecidedView;

/** What the street's dispatcher decides. Each change names the version it was made against. */
@Path("/")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "decisions", description = "Dispatch, non-acceptance, returns; each with If-Match")
public class DecisionResource {

    private final DispatcherCommands commands;
    private final Counter dispatched;

    DecisionResource(DispatcherCommands commands, MeterRegistry metrics) {
        this.commands = commands;
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
        DispatcherCommands.required(body);
        return commands.carryOut(
                        id,
                        headers,
                        (by, at) -> new TicketCommand.Dispatch(
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
        DispatcherCommands.required(body);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.RefuseAcceptance(
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
        DispatcherCommands.required(body);
        UUID request = PathIds.of(returnId);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.ApproveReturn(
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
        DispatcherCommands.required(body);
        UUID request = PathIds.of(returnId);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.RefuseReturn(request, Objects.requireNonNull(body.reason()), by, at));
    }
}
