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
import org.whistle.dispatch.ticket.web.ProceedingsBodies.ConclusionBody;
import org.whistle.dispatch.ticket.web.ProceedingsBodies.ConsultationBody;

/** Consultations: the bodies in dispute are heard, and what the street then decides binds. */
@Path("/")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "consultations", description = "Consultations (会商) of bodies in dispute; each change with If-Match")
public class ConsultationResource {

    private final DispatcherCommands commands;

    ConsultationResource(DispatcherCommands commands) {
        this.commands = commands;
    }

    /** Calls the bodies together. */
    @POST
    @Path("tickets/{id}/consultations")
    @Operation(summary = "Call the bodies in dispute together; the ticket then shows the consultation and its id")
    @APIResponse(
            responseCode = "200",
            description = "called; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> open(@PathParam("id") String id, @Context HttpHeaders headers, ConsultationBody body) {
        DispatcherCommands.required(body);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.OpenConsultation(
                        Objects.requireNonNull(body.departments()),
                        Objects.requireNonNull(body.subject()),
                        Objects.requireNonNull(body.venue()),
                        Objects.requireNonNull(body.meetAt()),
                        by,
                        at));
    }

    /** Decides for good. */
    @POST
    @Path("tickets/{id}/consultations/{consultationId}/conclusion")
    @Operation(
            summary =
                    "Record what was decided: undecided returns are decided with it, the ticket is dispatched, and no body may return it any more")
    @APIResponse(
            responseCode = "200",
            description = "dispatched; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> conclude(
            @PathParam("id") String id,
            @PathParam("consultationId") String consultationId,
            @Context HttpHeaders headers,
            ConclusionBody body) {
        DispatcherCommands.required(body);
        UUID consultation = PathIds.of(consultationId);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.ConcludeConsultation(
                        consultation,
                        Objects.requireNonNull(body.minutes()),
                        body.legalBasis(),
                        Objects.requireNonNull(body.lead()),
                        Objects.requireNonNull(body.cooperating()),
                        by,
                        at));
    }
}
