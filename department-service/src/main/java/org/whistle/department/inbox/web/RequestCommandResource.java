package org.whistle.department.inbox.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.Problem;
import org.whistle.department.assignment.Command;

/**
 * Extensions (延期) and suspensions (挂账): a handler asks, the manager endorses or declines, the street decides. A manager
 * who asks endorses by asking. No clock stops meanwhile.
 */
@Path("/assignments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "requests", description = "Extensions and suspensions")
@APIResponse(
        responseCode = "200",
        description = "done; the new state, with its ETag",
        content = @Content(schema = @Schema(implementation = AssignmentView.class)))
@APIResponse(responseCode = "404", description = "no such assignment or request, or another department's")
@APIResponse(
        responseCode = "409",
        description = "refused: not-accepted-yet, return-pending, request-waiting, request-pending, already-endorsed,"
                + " extension-too-late, no-extensions-left, no-suspensions-left, suspended, already-completed, recalled,"
                + " settled",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples =
                                @ExampleObject(
                                        name = "too late",
                                        value = "{\"type\": \"urn:whistle:problem:extension-too-late\", \"title\":"
                                                + " \"已过办理时限\", \"status\": 409, \"detail\": \"延期应在办理时限"
                                                + " 2026-03-02 11:00:01 之前申请，并在此之前经主管同意。\"}")))
@APIResponse(responseCode = "412", description = "somebody has changed it since it was read")
@APIResponse(responseCode = "422", description = "suspension-end-past, suspension-too-long")
@APIResponse(responseCode = "428", description = "If-Match is missing")
public class RequestCommandResource {

    private static final String VERSION = "\"0\"";

    private final CommandHandling handling;

    RequestCommandResource(CommandHandling handling) {
        this.handling = handling;
    }

    @POST
    @Path("/extensions")
    @RolesAllowed({Roles.HANDLER, Roles.MANAGER})
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Operation(summary = "Ask for one more limit (延期), before the present one has passed")
    public Uni<RestResponse<AssignmentView>> extend(
            @PathParam("id") UUID id, Requests.@Nullable ExtensionRequest body, @Context HttpHeaders headers) {
        Requests.ExtensionRequest wish = CommandHandling.required(body);
        return handling.handle(
                id,
                headers,
                (asker, now) -> new Command.RequestExtension(
                        Ids.next(), wish.reason(), wish.photos(), asker.roles(), asker.actor(), now));
    }

    @POST
    @Path("/suspensions")
    @RolesAllowed({Roles.HANDLER, Roles.MANAGER})
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Operation(summary = "Ask that it may rest until a named end (挂账)")
    public Uni<RestResponse<AssignmentView>> suspend(
            @PathParam("id") UUID id, Requests.@Nullable SuspensionRequest body, @Context HttpHeaders headers) {
        Requests.SuspensionRequest wish = CommandHandling.required(body);
        return handling.handle(
                id,
                headers,
                (asker, now) -> new Command.RequestSuspension(
                        Ids.next(), wish.reason(), wish.until(), wish.photos(), asker.roles(), asker.actor(), now));
    }

    @POST
    @Path("/requests/{requestId}/endorsement")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.MANAGER)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Operation(summary = "Endorse what a handler asked for; it goes to the street. No body is needed")
    public Uni<RestResponse<AssignmentView>> endorse(
            @PathParam("id") UUID id, @PathParam("requestId") UUID requestId, @Context HttpHeaders headers) {
        return handling.handle(
                id, headers, (asker, now) -> new Command.Endorse(requestId, asker.roles(), asker.actor(), now));
    }

    @POST
    @Path("/requests/{requestId}/decline")
    @RolesAllowed(Roles.MANAGER)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Operation(summary = "Do not endorse it; the reason stands in the history, and the street hears nothing of it")
    public Uni<RestResponse<AssignmentView>> decline(
            @PathParam("id") UUID id,
            @PathParam("requestId") UUID requestId,
            Requests.@Nullable Decline body,
            @Context HttpHeaders headers) {
        Requests.Decline decline = CommandHandling.required(body);
        return handling.handle(
                id,
                headers,
                (asker, now) -> new Command.Decline(requestId, decline.reason(), asker.roles(), asker.actor(), now));
    }
}
