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

/** What handlers and managers do with an assignment of their department, each under the version they have seen. */
@Path("/assignments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HANDLER, Roles.MANAGER})
@Tag(name = "assignments")
@APIResponse(
        responseCode = "200",
        description = "done; the new state, with its ETag",
        content = @Content(schema = @Schema(implementation = AssignmentView.class)))
@APIResponse(responseCode = "404", description = "no such assignment, or another department's")
@APIResponse(
        responseCode = "409",
        description = "refused: already-accepted, not-accepted-yet, already-completed, return-pending, return-too-late,"
                + " no-returns-left, request-pending, suspended, ownership-to-answer, recalled, settled",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples =
                                @ExampleObject(
                                        name = "already accepted",
                                        value = "{\"type\": \"urn:whistle:problem:already-accepted\", \"title\":"
                                                + " \"已接单\", \"status\": 409, \"detail\": \"handler-1"
                                                + " 已承接此任务。\"}")))
@APIResponse(responseCode = "412", description = "somebody has changed it since it was read")
@APIResponse(responseCode = "428", description = "If-Match is missing")
public class CommandResource {

    private static final String VERSION = "\"0\"";

    private final CommandHandling handling;

    CommandResource(CommandHandling handling) {
        this.handling = handling;
    }

    @POST
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Path("/acceptance")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take it (主动承接); no body is needed")
    public Uni<RestResponse<AssignmentView>> accept(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return handling.handle(id, headers, (asker, now) -> new Command.Accept(asker.actor(), now));
    }

    @POST
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Path("/progress-notes")
    @Operation(summary = "Tell how far it is; no clock changes")
    public Uni<RestResponse<AssignmentView>> note(
            @PathParam("id") UUID id, Requests.@Nullable ProgressNote body, @Context HttpHeaders headers) {
        Requests.ProgressNote note = CommandHandling.required(body);
        return handling.handle(
                id, headers, (asker, now) -> new Command.NoteProgress(note.note(), note.photos(), asker.actor(), now));
    }

    @POST
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Path("/completion")
    @Operation(summary = "Confirm that it is handled, with evidence; ends the handling clock")
    @APIResponse(responseCode = "422", description = "evidence-missing: the city asks for more photos")
    public Uni<RestResponse<AssignmentView>> complete(
            @PathParam("id") UUID id, Requests.@Nullable Completion body, @Context HttpHeaders headers) {
        Requests.Completion completion = CommandHandling.required(body);
        return handling.handle(
                id,
                headers,
                (asker, now) -> new Command.Complete(completion.result(), completion.photos(), asker.actor(), now));
    }

    @POST
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Path("/returns")
    @Operation(summary = "Object (退单), with a reason and the legal basis; the street decides")
    public Uni<RestResponse<AssignmentView>> requestReturn(
            @PathParam("id") UUID id, Requests.@Nullable ReturnRequest body, @Context HttpHeaders headers) {
        Requests.ReturnRequest wish = CommandHandling.required(body);
        return handling.handle(
                id,
                headers,
                (asker, now) -> new Command.RequestReturn(
                        Ids.next(),
                        wish.reason(),
                        wish.legalBasis(),
                        wish.photos(),
                        asker.roles(),
                        asker.actor(),
                        now));
    }
}
