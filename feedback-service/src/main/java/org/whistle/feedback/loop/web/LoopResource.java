package org.whistle.feedback.loop.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.TicketLog;
import org.whistle.chassis.web.Versions;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.store.Access;
import org.whistle.feedback.loop.store.LoopCommands;
import org.whistle.feedback.loop.store.LoopQueries;
import org.whistle.feedback.loop.store.LoopRow;
import org.whistle.feedback.loop.store.Outcome;
import org.whistle.feedback.place.store.Districts;

/** One ticket's loop, and the commands that move it on. */
@Path("/loops/{ticketId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "loops")
@Authenticated
public class LoopResource {

    private final LoopCommands commands;
    private final LoopQueries queries;
    private final Districts districts;
    private final Caller caller;

    LoopResource(LoopCommands commands, LoopQueries queries, Districts districts, Caller caller) {
        this.commands = commands;
        this.queries = queries;
        this.districts = districts;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "A loop with its legs, clocks, alerts and answers",
            description = "For who sees its area (handlers and managers: their department's), and for who filed it.")
    @APIResponse(
            responseCode = "200",
            description = "ETag is the version for If-Match",
            content = @Content(schema = @Schema(implementation = LoopView.Detail.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not yours to see")
    public Uni<Response> get(@PathParam("ticketId") String ticketId, @Context HttpHeaders headers) {
        Sight sight = Sight.of(caller);
        Language language = Languages.of(headers);
        UUID id = id(ticketId);
        return queries.matter(id)
                .invoke(matter -> matter.filter(sight::sees).orElseThrow(ProblemException::notFound))
                .chain(() -> queries.detail(id))
                .map(found -> {
                    LoopQueries.Detail detail = found.orElseThrow(ProblemException::notFound);
                    return Response.ok(LoopView.Detail.of(detail, districts.names(), language))
                            .header(HttpHeaders.ETAG, Versions.etag(detail.loop().version))
                            .build();
                });
    }

    @POST
    @Path("/verification")
    @RolesAllowed({Roles.GRID_WORKER, Roles.COMMUNITY, Roles.HANDLER, Roles.MANAGER})
    @Operation(
            summary = "Verify on site (核查)",
            description = "By a grid worker or the community in whose area the grid lies, near the reported position. "
                    + "Fixed: the reporter is called back. Not fixed: back to the same department (返工). "
                    + "Handlers and managers are refused.")
    @APIResponse(
            responseCode = "200",
            description = "The loop after it",
            content = @Content(schema = @Schema(implementation = LoopView.class)))
    @APIResponse(responseCode = "409", description = "It does not wait for a verification")
    @APIResponse(responseCode = "412", description = "Somebody was faster")
    @APIResponse(responseCode = "422", description = "too-far-from-site, too-few-photos, finding-missing, unknown-leg")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> verify(
            @PathParam("ticketId") String ticketId,
            @Context HttpHeaders headers,
            Requests.@Nullable Verification body) {
        Sight sight = Sight.of(caller);
        return run(
                ticketId,
                headers,
                body,
                matter -> Access.ifSeen(sight.inArea(matter)),
                request -> request.toCommand(sight.party(), commands.now()));
    }

    @POST
    @Path("/callback")
    @Operation(
            summary = "Call the reporter back (回访)",
            description =
                    "By call-agent, community or dispatcher of the area, or by the account that filed the report. "
                            + "Solved: the ticket is closed. Not solved: the same ticket is open again. "
                            + "Not reached: an attempt is counted.")
    @APIResponse(
            responseCode = "200",
            description = "The loop after it",
            content = @Content(schema = @Schema(implementation = LoopView.class)))
    @APIResponse(responseCode = "409", description = "It does not wait for an answer")
    @APIResponse(responseCode = "412", description = "Somebody was faster")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> callback(
            @PathParam("ticketId") String ticketId, @Context HttpHeaders headers, Requests.@Nullable Callback body) {
        Sight sight = Sight.of(caller);
        boolean asks = caller.hasAny(Roles.CALL_AGENT, Roles.COMMUNITY, Roles.DISPATCHER);
        return run(
                ticketId,
                headers,
                body,
                matter -> {
                    if (!sight.sees(matter)) {
                        return Access.HIDDEN;
                    }
                    // Who merely sees it gets 403; a handler is told by the decider why not.
                    return asks || sight.isOwn(matter) || sight.party().handles() ? Access.GRANTED : Access.FORBIDDEN;
                },
                request -> request.toCommand(sight.party(), commands.now()));
    }

    @POST
    @Path("/closing")
    @RolesAllowed({Roles.SUPERVISOR, Roles.HANDLER, Roles.MANAGER})
    @Operation(
            summary = "Close when the reporter cannot be reached (结案)",
            description = "By a supervisor of the area, after three calls without contact. Handlers and managers are"
                    + " refused.")
    @APIResponse(
            responseCode = "200",
            description = "The loop after it",
            content = @Content(schema = @Schema(implementation = LoopView.class)))
    @APIResponse(responseCode = "409", description = "It does not wait for an answer, or was called too seldom")
    @APIResponse(responseCode = "412", description = "Somebody was faster")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> close(
            @PathParam("ticketId") String ticketId, @Context HttpHeaders headers, Requests.@Nullable Closing body) {
        Sight sight = Sight.of(caller);
        return run(
                ticketId,
                headers,
                body,
                matter -> Access.ifSeen(sight.inArea(matter)),
                request -> request.toCommand(sight.party(), commands.now()));
    }

    private <B> Uni<Response> run(
            String ticketId,
            HttpHeaders headers,
            @Nullable B body,
            Function<Matter, Access> access,
            Function<B, LoopCommand> command) {
        UUID id = id(ticketId);
        long expected = Versions.ifMatch(headers);
        if (body == null) {
            throw ProblemException.field("body", "此请求需要 JSON 请求体", "this request needs a JSON body");
        }
        Language language = Languages.of(headers);
        TicketLog.Scope log = TicketLog.of(id);
        return commands.execute(id, expected, access, command.apply(body))
                .map(outcome -> answer(outcome, language))
                .onTermination()
                .invoke(log::close);
    }

    private Response answer(Outcome outcome, Language language) {
        return switch (outcome) {
            case Outcome.Done(LoopRow row) ->
                Response.ok(LoopView.of(row, districts.names(), language))
                        .header(HttpHeaders.ETAG, Versions.etag(row.version))
                        .build();
            case Outcome.Unseen unseen -> throw ProblemException.notFound();
            case Outcome.Forbidden forbidden -> throw ProblemException.of(CommonProblem.FORBIDDEN);
            case Outcome.Stale(long version) ->
                throw Versions.stale().withHeader(HttpHeaders.ETAG, Versions.etag(version));
            case Outcome.Refused refused ->
                throw ProblemException.of(
                        LoopProblem.of(refused.refusal().refusal()),
                        refused.refusal().args().toArray());
            case Outcome.NoSuchPhoto(int index) ->
                throw ProblemException.field(
                        "photos[" + index + "]", "没有这张照片，或已用于别处", "is not a photo of yours, or is used elsewhere");
        };
    }

    private static UUID id(String text) {
        try {
            return Params.required("ticketId", Params.uuid("ticketId", text));
        } catch (ProblemException malformed) {
            throw ProblemException.notFound();
        }
    }
}
