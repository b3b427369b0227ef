package org.whistle.dispatch.ticket.web;

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
import org.whistle.dispatch.ticket.web.DispatcherCommands.DecidedView;
import org.whistle.dispatch.ticket.web.ProceedingsBodies.ReasonBody;

/** What the street decides about extensions and suspensions. Each change names the version it was made against. */
@Path("/")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "requests")
public class RequestDecisionResource {

    private final DispatcherCommands commands;

    RequestDecisionResource(DispatcherCommands commands) {
        this.commands = commands;
    }

    /** Grants. */
    @POST
    @Path("tickets/{id}/requests/{requestId}/approval")
    @Operation(
            summary =
                    "Grant an extension (one original limit more) or a suspension (the clock stands still until its end)")
    @APIResponse(
            responseCode = "200",
            description = "granted; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> approve(
            @PathParam("id") String id,
            @PathParam("requestId") String requestId,
            @Context HttpHeaders headers,
            ReasonBody body) {
        DispatcherCommands.required(body);
        UUID request = PathIds.of(requestId);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.ApproveRequest(request, Objects.requireNonNull(body.reason()), by, at));
    }

    /** Refuses. */
    @POST
    @Path("tickets/{id}/requests/{requestId}/refusal")
    @Operation(summary = "Refuse an extension or a suspension: the clock runs on, and it does not count")
    @APIResponse(
            responseCode = "200",
            description = "refused; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> refuse(
            @PathParam("id") String id,
            @PathParam("requestId") String requestId,
            @Context HttpHeaders headers,
            ReasonBody body) {
        DispatcherCommands.required(body);
        UUID request = PathIds.of(requestId);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.RefuseRequest(request, Objects.requireNonNull(body.reason()), by, at));
    }

    /** Ends a suspension early. */
    @POST
    @Path("tickets/{id}/suspensions/{requestId}/end")
    @Operation(summary = "End a suspension before its time: the clock goes on where it stopped")
    @APIResponse(
            responseCode = "200",
            description = "the department goes on; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> end(
            @PathParam("id") String id,
            @PathParam("requestId") String requestId,
            @Context HttpHeaders headers,
            ReasonBody body) {
        DispatcherCommands.required(body);
        UUID request = PathIds.of(requestId);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.EndSuspension(request, Objects.requireNonNull(body.reason()), by, at));
    }
}
