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
import org.whistle.dispatch.ticket.web.DispatcherCommands.DecidedView;
import org.whistle.dispatch.ticket.web.WhistleBodies.AssetOwnerBody;
import org.whistle.dispatch.ticket.web.WhistleBodies.IdentificationBody;
import org.whistle.dispatch.ticket.web.WhistleBodies.RatingBody;
import org.whistle.dispatch.ticket.web.WhistleBodies.WhistleBody;

/** Whistles on a ticket, the street's ratings of the bodies, and the owner that the district fixes. */
@Path("/")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "whistles", description = "Whistles (吹哨), ratings and owners; each change with If-Match")
public class WhistleCommandResource {

    private final DispatcherCommands commands;
    private final Counter dispatched;

    WhistleCommandResource(DispatcherCommands commands, MeterRegistry metrics) {
        this.commands = commands;
        this.dispatched = metrics.counter("whistle.dispatched", "by", "person");
    }

    /** Calls a lead and invitees to one place at one time. */
    @POST
    @Path("tickets/{id}/whistles")
    @Operation(
            summary = "Whistle: call a lead and invitees to one place at one time; each signs for it, checks in and"
                    + " reports")
    @APIResponse(
            responseCode = "200",
            description = "called; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> blow(@PathParam("id") String id, @Context HttpHeaders headers, WhistleBody body) {
        DispatcherCommands.required(body);
        return commands.carryOut(
                        id,
                        headers,
                        (by, at) -> new TicketCommand.BlowWhistle(
                                Objects.requireNonNull(body.kind()),
                                Objects.requireNonNull(body.subject()),
                                Objects.requireNonNull(body.venue()),
                                body.point(),
                                Objects.requireNonNull(body.meetAt()),
                                body.checkInBy(),
                                Objects.requireNonNull(body.lead()),
                                Objects.requireNonNull(body.invitees()),
                                body.type(),
                                body.condition(),
                                Objects.requireNonNull(body.reason()),
                                by,
                                at))
                .invoke(done -> dispatched.increment());
    }

    /** Asks whose the asset is, and has it made safe meanwhile. */
    @POST
    @Path("tickets/{id}/identification")
    @Operation(
            summary = "Whistle for the owner of an asset: some make it safe, the others say whether it is theirs; the"
                    + " first that claims it gets it")
    @APIResponse(
            responseCode = "200",
            description = "asked; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> identify(@PathParam("id") String id, @Context HttpHeaders headers, IdentificationBody body) {
        DispatcherCommands.required(body);
        return commands.carryOut(
                        id,
                        headers,
                        (by, at) -> new TicketCommand.Identify(
                                Objects.requireNonNull(body.subject()),
                                Objects.requireNonNull(body.venue()),
                                Objects.requireNonNull(body.candidates()),
                                Objects.requireNonNull(body.makeSafe()),
                                body.type(),
                                body.condition(),
                                Objects.requireNonNull(body.reason()),
                                by,
                                at))
                .invoke(done -> dispatched.increment());
    }

    /** Rates a body's part. */
    @POST
    @Path("tickets/{id}/legs/{assignmentId}/rating")
    @Operation(summary = "Rate a body's completed part, once for each completion")
    @APIResponse(
            responseCode = "200",
            description = "rated; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> rate(
            @PathParam("id") String id,
            @PathParam("assignmentId") String assignmentId,
            @Context HttpHeaders headers,
            RatingBody body) {
        DispatcherCommands.required(body);
        UUID assignment = PathIds.of(assignmentId);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.RateLeg(
                        assignment, Objects.requireNonNull(body.rating()), body.comment(), by, at));
    }

    /** Fixes the owner for good. */
    @POST
    @Path("tickets/{id}/asset-owner")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Fix the owner of the ticket's asset in the register for good: the next report about it goes"
                    + " straight there")
    @APIResponse(
            responseCode = "200",
            description = "fixed; the ticket stays as it is",
            content = @Content(schema = @Schema(implementation = DecidedView.class)))
    public Uni<Response> fixOwner(@PathParam("id") String id, @Context HttpHeaders headers, AssetOwnerBody body) {
        DispatcherCommands.required(body);
        return commands.carryOut(
                id,
                headers,
                (by, at) -> new TicketCommand.RegisterAssetOwner(
                        Objects.requireNonNull(body.department()),
                        body.assetId(),
                        Objects.requireNonNull(body.reason()),
                        by,
                        at));
    }
}
