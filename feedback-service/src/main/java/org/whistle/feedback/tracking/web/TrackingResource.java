package org.whistle.feedback.tracking.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.contracts.TrackingCode;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.store.Access;
import org.whistle.feedback.loop.store.LoopCommands;
import org.whistle.feedback.loop.store.Outcome;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.tracking.store.TrackingQueries;

/**
 * A report by its tracking code. The code is the token: 130 bits that only whoever reported was given. What is no code and
 * what no report has are answered alike.
 */
@Path("/tracking/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
@PermitAll
@SecurityRequirement(name = "")
public class TrackingResource {

    private static final String NO_STORE = "no-store";

    private final TrackingQueries queries;
    private final LoopCommands commands;
    private final Districts districts;

    TrackingResource(TrackingQueries queries, LoopCommands commands, Districts districts) {
        this.queries = queries;
        this.commands = commands;
        this.districts = districts;
    }

    @GET
    @Operation(
            summary = "What became of a report, by its tracking code and without a token",
            description =
                    "Nothing of any person, no photos, nothing the bodies say among themselves. Of a report that was"
                            + " merged or joined, the ticket it goes on in. Of a whistle-blower's report only the state.")
    @APIResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = TrackingView.class)))
    @APIResponse(responseCode = "404", description = "No report has this code")
    public Uni<Response> get(@PathParam("code") String typed, @Context HttpHeaders headers) {
        return view(code(typed), Languages.of(headers));
    }

    @POST
    @Path("/rating")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The reporter's word on whether it is solved, and a rating",
            description =
                    "Solved: the ticket is closed. Not solved: the same ticket is open again. Once each time it was"
                            + " handled; where several reported it, the first answer counts.")
    @APIResponse(
            responseCode = "200",
            description = "How far it is after it",
            content = @Content(schema = @Schema(implementation = TrackingView.class)))
    @APIResponse(responseCode = "400", description = "Fields missing or out of bounds")
    @APIResponse(responseCode = "404", description = "No report has this code")
    @APIResponse(responseCode = "409", description = "Not checked on site yet, or answered already")
    public Uni<Response> rate(
            @PathParam("code") String typed, @Context HttpHeaders headers, @Nullable RatingRequest body) {
        TrackingCode code = code(typed);
        if (body == null) {
            throw ProblemException.field("body", "此请求需要 JSON 请求体", "this request needs a JSON body");
        }
        LoopCommand answer = body.toCommand(commands.now());
        Language language = Languages.of(headers);
        return queries.ticket(code).chain(found -> {
            UUID ticket = found.orElseThrow(ProblemException::notFound);
            return commands.execute(ticket, matter -> Access.GRANTED, answer)
                    .invoke(TrackingResource::requireDone)
                    .chain(() -> view(code, language));
        });
    }

    private static void requireDone(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done ignored -> {}
            case Outcome.Refused ignored -> throw ProblemException.of(TrackingProblem.RATING_NOT_WANTED);
            case Outcome.Unseen ignored -> throw ProblemException.notFound();
            case Outcome.Forbidden ignored -> throw new IllegalStateException("whoever has the code may answer");
            case Outcome.Stale ignored -> throw new IllegalStateException("no version was asked for");
            case Outcome.NoSuchPhoto ignored -> throw new IllegalStateException("an answer shows no photo");
        }
    }

    private Uni<Response> view(TrackingCode code, Language language) {
        return queries.find(code).map(found -> Response.ok(
                        TrackingView.of(found.orElseThrow(ProblemException::notFound), districts.names(), language))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build());
    }

    private static TrackingCode code(String typed) {
        return TrackingCode.read(typed).orElseThrow(ProblemException::notFound);
    }
}
