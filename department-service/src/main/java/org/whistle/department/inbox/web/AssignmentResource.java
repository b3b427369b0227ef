package org.whistle.department.inbox.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Versions;
import org.whistle.department.assignment.store.AssignmentRow;
import org.whistle.department.inbox.Order;
import org.whistle.department.inbox.store.AssignmentQueries;

/** What is assigned: people of a department see their own, supervisors and leaders every department's in their area. */
@Path("/assignments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HANDLER, Roles.MANAGER, Roles.SUPERVISOR, Roles.LEADER})
@Tag(name = "assignments", description = "What departments must do, and what they did")
public class AssignmentResource {

    private final AssignmentQueries queries;
    private final AvailableActions actions;
    private final Caller caller;
    private final Clock clock;

    AssignmentResource(AssignmentQueries queries, AvailableActions actions, Caller caller, Clock clock) {
        this.queries = queries;
        this.actions = actions;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List assignments",
            description = "Without a filter: what is still open, most urgently due first. `order=received` gives all in"
                    + " the order of receipt; `last` of the answer as `after` of the next request reads on behind it"
                    + " and misses none (`after=latest` begins at the end).")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = AssignmentPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "nothing new",
                                            value = "{\"items\": [], \"next\": null, \"last\": 4711}")))
    public Uni<AssignmentPage> list(
            @Parameter(
                            description =
                                    "issued, accepted, return-pending, suspended, completed, recalled, settled, or open"
                                            + " for the first three")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "lead or cooperating") @QueryParam("role") @Nullable String role,
            @Parameter(description = "U0 to U4") @QueryParam("urgency") @Nullable String urgency,
            @QueryParam("ticket") @Nullable String ticket,
            @QueryParam("department") @Nullable String department,
            @QueryParam("handler") @Nullable String handler,
            @Parameter(description = "true: past the handling limit, or was when it ended")
                    @QueryParam("overdue")
                    @Nullable
                    String overdue,
            @Parameter(description = "true: called for by a whistle; false: by none") @QueryParam("whistle") @Nullable
                    String whistle,
            @Parameter(description = "code of a district, street, community or grid") @QueryParam("area") @Nullable
                    String area,
            @Parameter(description = "due, received or newest") @QueryParam("order") @Nullable String order,
            @Parameter(description = "with order=received: a sequence, or latest") @QueryParam("after") @Nullable
                    String after,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Instant now = clock.instant();
        Asker asker = Asker.of(caller);
        ListQuery query = ListQuery.of(
                state, role, urgency, ticket, department, handler, overdue, whistle, area, order, after, now);
        PageRequest page = PageRequest.of(limit, cursor, query.order() == Order.DUE ? 2 : 1);
        if (query.fromTheEnd()) {
            return queries.lastReceived().map(last -> new AssignmentPage(List.of(), null, last));
        }
        return queries.list(asker.scope(), query.filter(), query.order(), query.after(), page)
                .map(rows -> {
                    Page<AssignmentRow> cut = Page.of(rows, page, uri, row -> keyOf(row, query.order()));
                    List<AssignmentView> items = cut.items().stream()
                            .map(row -> AssignmentView.of(row, now, actions, asker))
                            .toList();
                    return new AssignmentPage(items, cut.next(), lastOf(items, query));
                });
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One assignment with its history; the ETag is needed for every change")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssignmentDetail.class)))
    @APIResponse(responseCode = "304", description = "not changed since the ETag in If-None-Match")
    public Uni<RestResponse<AssignmentDetail>> find(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Asker asker = Asker.of(caller);
        return queries.find(id).chain(found -> {
            AssignmentRow row = found.filter(a -> asker.scope().sees(a.grid(), a.department()))
                    .orElseThrow(ProblemException::notFound);
            String etag = Versions.etag(row.version());
            if (Versions.unchanged(headers, row.version())) {
                return Uni.createFrom()
                        .item(RestResponse.ResponseBuilder.<AssignmentDetail>notModified(etag)
                                .header(HttpHeaders.ETAG, etag)
                                .build());
            }
            AssignmentView view = AssignmentView.of(row, clock.instant(), actions, asker);
            return queries.history(id)
                    .map(history -> new AssignmentDetail(
                            view,
                            history.stream()
                                    .map(h -> new AssignmentDetail.Entry(h.version(), h.at(), h.type(), h.event()))
                                    .toList()))
                    .map(detail -> RestResponse.ResponseBuilder.ok(detail)
                            .header(HttpHeaders.ETAG, etag)
                            .build());
        });
    }

    private static Cursor keyOf(AssignmentRow row, Order order) {
        return switch (order) {
            case DUE -> Cursor.of(row.handle().dueAt(), row.id());
            case RECEIVED, NEWEST -> Cursor.of(row.received());
        };
    }

    private static @Nullable Long lastOf(List<AssignmentView> items, ListQuery query) {
        if (query.order() != Order.RECEIVED) {
            return null;
        }
        if (!items.isEmpty()) {
            return items.getLast().sequence();
        }
        return query.after() == null ? Long.valueOf(0) : query.after();
    }
}
