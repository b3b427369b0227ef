package org.whistle.feedback.loop.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.feedback.loop.LoopStates;
import org.whistle.feedback.loop.store.LoopQueries;
import org.whistle.feedback.place.store.Districts;

/** What is to be done in the caller's area, the most urgent first. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks")
public class TaskResource {

    private final LoopQueries queries;
    private final Districts districts;
    private final Caller caller;

    TaskResource(LoopQueries queries, Districts districts, Caller caller) {
        this.queries = queries;
        this.districts = districts;
        this.caller = caller;
    }

    @GET
    @Path("/verifications")
    @RolesAllowed({Roles.GRID_WORKER, Roles.COMMUNITY, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(summary = "What must be looked at on site, the most urgent first")
    public Uni<Page<LoopView>> verifications(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return tasks(LoopStates.AWAITING_VERIFICATION, PageRequest.of(limit, cursor, 2), uri, headers);
    }

    @GET
    @Path("/callbacks")
    @RolesAllowed({Roles.CALL_AGENT, Roles.COMMUNITY, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(summary = "Whom to call back, the most urgent first")
    public Uni<Page<LoopView>> callbacks(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return tasks(LoopStates.AWAITING_ANSWER, PageRequest.of(limit, cursor, 2), uri, headers);
    }

    private Uni<Page<LoopView>> tasks(String state, PageRequest request, UriInfo uri, HttpHeaders headers) {
        Language language = Languages.of(headers);
        return queries.tasks(state, caller.scope(), request)
                .map(rows -> Page.of(rows, request, uri, row -> Cursor.of(row.stageDueAt, row.ticketId))
                        .map(row -> LoopView.of(row, districts.names(), language)));
    }
}
