package org.whistle.feedback.appeal.web;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.TicketLog;
import org.whistle.chassis.web.Versions;
import org.whistle.feedback.Wording;
import org.whistle.feedback.appeal.AppealCommand;
import org.whistle.feedback.appeal.AppealDecider;
import org.whistle.feedback.appeal.Judge;
import org.whistle.feedback.appeal.store.AppealQueries;
import org.whistle.feedback.appeal.store.AppealRow;
import org.whistle.feedback.appeal.store.Appeals;
import org.whistle.feedback.loop.web.Sight;
import org.whistle.feedback.place.store.Districts;

/** The appeals of one ticket, and the commands on them. */
@Path("/loops/{ticketId}/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "appeals")
public class AppealResource {

    private final Appeals appeals;
    private final AppealQueries queries;
    private final Districts districts;
    private final Caller caller;

    AppealResource(Appeals appeals, AppealQueries queries, Districts districts, Caller caller) {
        this.appeals = appeals;
        this.queries = queries;
        this.districts = districts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Appeal (申诉)",
            description =
                    "By the department's manager, against counting one of its assignments as overdue: after the ticket "
                            + "was closed, within the limit of appeals, once for each assignment. The street decides first.")
    @APIResponse(
            responseCode = "201",
            description = "The appeal; ETag is the version for If-Match",
            content = @Content(schema = @Schema(implementation = AppealView.class)))
    @APIResponse(responseCode = "404", description = "There is no such ticket, or it is not yours to see")
    @APIResponse(
            responseCode = "409",
            description = "not-closed-yet, not-overdue, too-late-to-appeal, appealed-already")
    @APIResponse(responseCode = "422", description = "not-your-assignment")
    public Uni<Response> file(
            @PathParam("ticketId") String ticketId,
            @Context HttpHeaders headers,
            AppealRequests.@Nullable Filing body) {
        Sight sight = Sight.of(caller);
        UUID ticket = id(ticketId);
        AppealCommand.File command =
                required(body).toCommand(Ids.next(), sight.party().actor(), appeals.now());
        return answered(ticket, headers, 201, appeals.file(ticket, sight::inArea, command));
    }

    @GET
    @Path("/{appealId}")
    @RolesAllowed({Roles.MANAGER, Roles.HANDLER, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.ADMINISTRATOR})
    @Operation(summary = "An appeal with what was said at each level")
    @APIResponse(
            responseCode = "200",
            description = "ETag is the version for If-Match",
            content = @Content(schema = @Schema(implementation = AppealView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not yours to see")
    public Uni<Response> get(
            @PathParam("ticketId") String ticketId,
            @PathParam("appealId") String appealId,
            @Context HttpHeaders headers) {
        Language language = Languages.of(headers);
        return queries.one(id(ticketId), id(appealId), caller.scope())
                .map(found -> response(200, found.orElseThrow(ProblemException::notFound), language));
    }

    @POST
    @Path("/{appealId}/second-level")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Go on to the second level",
            description =
                    "By the department's manager, after the street refused and within the limit of appeals from then. "
                            + "The district decides for good.")
    @APIResponse(
            responseCode = "200",
            description = "The appeal after it",
            content = @Content(schema = @Schema(implementation = AppealView.class)))
    @APIResponse(responseCode = "409", description = "no-refusal-to-appeal, too-late-to-appeal")
    @APIResponse(responseCode = "412", description = "Somebody was faster")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> secondLevel(
            @PathParam("ticketId") String ticketId,
            @PathParam("appealId") String appealId,
            @Context HttpHeaders headers,
            AppealRequests.@Nullable SecondLevel body) {
        long expected = Versions.ifMatch(headers);
        AppealCommand command =
                required(body).toCommand(Sight.of(caller).party().actor(), appeals.now());
        return run(ticketId, appealId, expected, headers, command);
    }

    @POST
    @Path("/{appealId}/decision")
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(
            summary = "Decide an appeal",
            description =
                    "The first level by a dispatcher or supervisor of the street, the second by a supervisor of the "
                            + "district who did not decide the first; never by the department that appeals. Excused: the "
                            + "assignment counts in no rate any more; the overdue fact stays.")
    @APIResponse(
            responseCode = "200",
            description = "The appeal after it",
            content = @Content(schema = @Schema(implementation = AppealView.class)))
    @APIResponse(responseCode = "403", description = "own-appeal, not-your-level, same-judge")
    @APIResponse(responseCode = "409", description = "appeal-not-open")
    @APIResponse(responseCode = "412", description = "Somebody was faster")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> decide(
            @PathParam("ticketId") String ticketId,
            @PathParam("appealId") String appealId,
            @Context HttpHeaders headers,
            AppealRequests.@Nullable Verdict body) {
        long expected = Versions.ifMatch(headers);
        Judge judge = new Judge(caller.account(), caller.department(), caller.roles(), caller.areas());
        AppealCommand command = required(body).toCommand(judge, appeals.now());
        return run(ticketId, appealId, expected, headers, command);
    }

    private Uni<Response> run(
            String ticketId, String appealId, long expected, HttpHeaders headers, AppealCommand command) {
        AreaScope scope = caller.scope();
        UUID ticket = id(ticketId);
        return answered(ticket, headers, 200, appeals.execute(ticket, id(appealId), expected, scope, command));
    }

    private Uni<Response> answered(UUID ticket, HttpHeaders headers, int status, Uni<Appeals.Outcome> work) {
        Language language = Languages.of(headers);
        TicketLog.Scope log = TicketLog.of(ticket);
        return work.map(outcome -> answer(status, outcome, language))
                .onTermination()
                .invoke(log::close);
    }

    private Response answer(int status, Appeals.Outcome outcome, Language language) {
        return switch (outcome) {
            case Appeals.Outcome.Done(AppealRow row) -> response(status, row, language);
            case Appeals.Outcome.Unseen unseen -> throw ProblemException.notFound();
            case Appeals.Outcome.Stale(long version) ->
                throw Versions.stale().withHeader(HttpHeaders.ETAG, Versions.etag(version));
            case Appeals.Outcome.Refused(AppealDecider.Decision.Refused refused) ->
                throw ProblemException.of(AppealProblem.of(refused.refusal()), Wording.spoken(refused.args()));
        };
    }

    private Response response(int status, AppealRow row, Language language) {
        return Response.status(status)
                .entity(AppealView.of(row, districts.names(), language))
                .header(HttpHeaders.ETAG, Versions.etag(row.version()))
                .build();
    }

    private static <B> B required(@Nullable B body) {
        if (body == null) {
            throw ProblemException.field("body", "此请求需要 JSON 请求体", "this request needs a JSON body");
        }
        return body;
    }

    private static UUID id(String text) {
        try {
            return Params.required("id", Params.uuid("id", text));
        } catch (ProblemException malformed) {
            throw ProblemException.notFound();
        }
    }
}
