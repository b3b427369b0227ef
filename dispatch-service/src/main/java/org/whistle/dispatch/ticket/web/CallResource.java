package org.whistle.dispatch.ticket.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.PathIds;
import org.whistle.chassis.web.Versions;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketCommand;
import org.whistle.dispatch.ticket.store.TicketSearch;
import org.whistle.dispatch.ticket.web.DispatcherCommands.DecidedView;
import org.whistle.district.District;

/** Whistles from below the street: the branch for a ticket of its area, residents for their own reports. */
@Path("/tickets/{id}/calls")
@RolesAllowed({Roles.BRANCH, Roles.COMMUNITY, Roles.RESIDENT})
@Tag(name = "whistles")
public class CallResource {

    private final TicketSearch search;
    private final DispatcherCommands commands;
    private final Policies policies;
    private final Caller caller;

    CallResource(TicketSearch search, DispatcherCommands commands, Policies policies, Caller caller) {
        this.search = search;
        this.commands = commands;
        this.policies = policies;
        this.caller = caller;
    }

    /** Whom the caller may call, and how far those called are. */
    @GET
    @Operation(summary = "Who has the ticket, how far they are, and whom one may whistle for; ETag is its version")
    @APIResponse(
            responseCode = "200",
            description = "the ticket as one who whistles sees it",
            content = @Content(schema = @Schema(implementation = CallView.class)))
    public Uni<Response> calls(@PathParam("id") String id, @Context HttpHeaders headers) {
        Predicate<Ticket> sees = sees();
        Set<String> roles = caller.roles();
        District district = policies.current().district();
        Names names = new Names(district, Languages.of(headers));
        // Found by its id alone: a resident's own report may lie anywhere in the district.
        AreaScope everywhere = new AreaScope(List.of(district.info().code()), null);
        return search.find(PathIds.of(id), everywhere).map(found -> {
            TicketSearch.Found ticket =
                    found.filter(candidate -> sees.test(candidate.ticket())).orElseThrow(ProblemException::notFound);
            return Response.ok(CallView.of(ticket.ticket(), ticket.version(), roles, district, names))
                    .header(HttpHeaders.ETAG, Versions.etag(ticket.version()))
                    .build();
        });
    }

    /** Whistles. */
    @POST
    @Operation(
            summary =
                    "Whistle for bodies of one's area, as the branch or the residents; whoever has the ticket keeps it,"
                            + " and each called signs for it, checks in and reports")
    @APIResponse(
            responseCode = "200",
            description = "called; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    @APIResponse(responseCode = "403", description = "the district's data does not let them call that body here")
    @APIResponse(responseCode = "409", description = "handled or ended, or a whistle is running")
    public Uni<Response> call(@PathParam("id") String id, @Context HttpHeaders headers, CallBodies.CallBody body) {
        DispatcherCommands.required(body);
        UUID ticket = PathIds.of(id);
        long version = Versions.ifMatch(headers);
        Set<String> roles = caller.roles();
        return commands.carryOut(
                ticket,
                version,
                sees(),
                (by, at) -> new TicketCommand.CallTogether(
                        Objects.requireNonNull(body.kind()),
                        Objects.requireNonNull(body.subject()),
                        Objects.requireNonNull(body.venue()),
                        body.point(),
                        Objects.requireNonNull(body.meetAt()),
                        body.checkInBy(),
                        Objects.requireNonNull(body.bodies()),
                        Objects.requireNonNull(body.reason()),
                        roles,
                        by,
                        at));
    }

    /** Rates a body that was called so. */
    @POST
    @Path("/{assignmentId}/rating")
    @RolesAllowed({Roles.BRANCH, Roles.COMMUNITY})
    @Operation(summary = "Rate what a body did that the branch or the residents had whistled for, once")
    @APIResponse(
            responseCode = "200",
            description = "rated; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> rate(
            @PathParam("id") String id,
            @PathParam("assignmentId") String assignmentId,
            @Context HttpHeaders headers,
            WhistleBodies.RatingBody body) {
        DispatcherCommands.required(body);
        UUID ticket = PathIds.of(id);
        UUID assignment = PathIds.of(assignmentId);
        return commands.carryOut(
                ticket,
                Versions.ifMatch(headers),
                sees(),
                (by, at) -> new TicketCommand.RateCalled(
                        assignment, Objects.requireNonNull(body.rating()), body.comment(), by, at));
    }

    /** The branch and the community have what lies in their area; a resident has what they filed themselves. */
    private Predicate<Ticket> sees() {
        AreaScope scope = caller.scope();
        boolean staff = caller.hasAny(Roles.BRANCH, Roles.COMMUNITY);
        String account = caller.account();
        return ticket -> staff && scope.sees(ticket.report().place().grid())
                || ticket.report().filedBy().equals(account);
    }
}
