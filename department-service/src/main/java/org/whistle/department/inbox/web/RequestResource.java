package org.whistle.department.inbox.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
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
import org.whistle.chassis.web.Params;
import org.whistle.department.assignment.store.RequestState;
import org.whistle.department.inbox.store.RequestQueries;
import org.whistle.department.inbox.store.RequestQueries.Line;

/** What waits for the manager, and what became of it: a manager's own department's, supervisors' and leaders' area's. */
@Path("/requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MANAGER, Roles.SUPERVISOR, Roles.LEADER})
@Tag(name = "requests")
public class RequestResource {

    private static final int MAX_DEPARTMENT = 64;

    private final RequestQueries queries;
    private final Caller caller;

    RequestResource(RequestQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List extensions and suspensions by their state",
            description =
                    "Without a state: what waits for the manager. What somebody has to answer, the oldest first; what"
                            + " is over, the latest first.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RequestPage.class),
                            examples =
                                    @ExampleObject(name = "nothing waits", value = "{\"items\": [], \"next\": null}")))
    public Uni<RequestPage> list(
            @Parameter(description = "waiting, sent, granted, refused, declined or withdrawn")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @QueryParam("department") @Nullable String department,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        String word = Params.oneOf("state", state, RequestState.words());
        RequestState wanted = word == null ? RequestState.WAITING : RequestState.ofWord(word);
        PageRequest page = PageRequest.of(limit, cursor, 2);
        return queries.list(caller.scope(), wanted, Params.text("department", department, MAX_DEPARTMENT), page)
                .map(lines -> {
                    Page<Line> cut = Page.of(
                            lines,
                            page,
                            uri,
                            line -> Cursor.of(line.askedAt(), line.request().requestId()));
                    return new RequestPage(
                            cut.items().stream().map(RequestView::of).toList(), cut.next());
                });
    }
}
