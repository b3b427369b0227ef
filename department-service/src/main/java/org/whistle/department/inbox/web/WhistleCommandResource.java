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
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.Problem;
import org.whistle.contracts.Position;
import org.whistle.department.assignment.Command;

/** What a body called by a whistle does beside handling: it checks in on site, or says whether the asset is its own. */
@Path("/assignments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HANDLER, Roles.MANAGER})
@Tag(name = "whistles", description = "Being on site, and whose an asset is")
@APIResponse(
        responseCode = "200",
        description = "done; the new state, with its ETag",
        content = @Content(schema = @Schema(implementation = AssignmentView.class)))
@APIResponse(responseCode = "404", description = "no such assignment, or another department's")
@APIResponse(
        responseCode = "409",
        description =
                "refused: no-whistle, not-accepted-yet, already-checked-in, not-an-identification, return-pending,"
                        + " suspended, already-completed, recalled, settled")
@APIResponse(responseCode = "412", description = "somebody has changed it since it was read")
@APIResponse(responseCode = "428", description = "If-Match is missing")
public class WhistleCommandResource {

    private static final String VERSION = "\"0\"";

    private final CommandHandling handling;

    WhistleCommandResource(CommandHandling handling) {
        this.handling = handling;
    }

    @POST
    @Path("/check-in")
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Operation(summary = "Check in on site (到场签到), after signing for the whistle by accepting")
    @APIResponse(
            responseCode = "422",
            description = "check-in-too-far",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                    @ExampleObject(
                                            name = "too far",
                                            value = "{\"type\": \"urn:whistle:problem:check-in-too-far\", \"title\":"
                                                    + " \"距集合点太远\", \"status\": 422, \"detail\": \"签到位置距集合点"
                                                    + " 2004 米，须在 500 米以内。\"}")))
    public Uni<RestResponse<AssignmentView>> checkIn(
            @PathParam("id") UUID id, Requests.@Nullable CheckIn body, @Context HttpHeaders headers) {
        Position position = CommandHandling.required(body).position().toWgs84();
        return handling.handle(id, headers, (asker, now) -> new Command.CheckIn(position, asker.actor(), now));
    }

    @POST
    @Path("/ownership")
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true, example = VERSION)
    @Operation(
            summary = "Say whether the asset is one's own (认领); the assignment is then completed",
            description = "Only where the task is to identify. Whoever answers without having accepted accepts by it.")
    public Uni<RestResponse<AssignmentView>> answerOwnership(
            @PathParam("id") UUID id, Requests.@Nullable Ownership body, @Context HttpHeaders headers) {
        Requests.Ownership answer = CommandHandling.required(body);
        return handling.handle(
                id,
                headers,
                (asker, now) -> new Command.AnswerOwnership(answer.mine(), answer.basis(), asker.actor(), now));
    }
}
