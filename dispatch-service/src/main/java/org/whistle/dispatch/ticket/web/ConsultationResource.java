package org.whistle.dispatch.ticket.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.PathIds;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.ticket.TicketCommand;
import org.whistle.dispatch.ticket.store.ConsultationSearch;
import org.whistle.dispatch.ticket.web.DispatcherCommands.DecidedView;
import org.whistle.dispatch.ticket.web.ProceedingsBodies.ConclusionBody;
import org.whistle.dispatch.ticket.web.ProceedingsBodies.ConsultationBody;

/** Consultations: the bodies in dispute are heard, and what the street then decides binds. */
@Path("/")
@RolesAllowed(Roles.DISPATCHER)
@Tag(name = "consultations", description = "Consultations (会商) of bodies in dispute; each change with If-Match")
public class ConsultationResource {

    private final DispatcherCommands commands;
    private final ConsultationSearch search;
    private final Policies policies;
    private final Caller caller;

    ConsultationResource(DispatcherCommands commands, ConsultationSearch search, Policies policies, Caller caller) {
        this.commands = commands;
        this.search = search;
        this.policies = policies;
        this.caller = caller;
    }

    /** A consultation in a list. */
    @Schema(name = "ConsultationLine")
    record ConsultationLine(
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9P") String ticketNo,

            @Schema(description = "for If-Match of the conclusion")
            long version,

            @Schema(examples = "370102009") String street,
            ProceedingsView.ConsultationView consultation) {}

    /** Consultations, the earliest meeting first. */
    @GET
    @Path("consultations")
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER})
    @Operation(summary = "Consultations in one's area, the earliest meeting first")
    public Uni<Page<ConsultationLine>> list(
            @Parameter(description = "open or concluded, of tickets that go on", example = "open")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Cursor from = page.cursor();
        Names names = new Names(policies.current().district(), Languages.of(headers));
        return search.list(
                        caller.scope(),
                        Params.oneOf("state", state, "open", "concluded"),
                        from == null ? null : from.instant(0),
                        from == null ? null : from.uuid(1),
                        page.fetch())
                .map(found -> Page.of(
                                found,
                                page,
                                uri,
                                line -> Cursor.of(
                                        line.what().meetAt(), line.what().consultationId()))
                        .map(line -> new ConsultationLine(
                                line.ticketId(),
                                line.ticketNo(),
                                line.version(),
                                line.street(),
                                ProceedingsView.ConsultationView.of(line.what(), names))));
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
