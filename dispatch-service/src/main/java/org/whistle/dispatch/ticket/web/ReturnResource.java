package org.whistle.dispatch.ticket.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.ticket.store.ReturnSearch;

/** Objections: the street's to decide, a department's own to follow. */
@Path("/returns")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.MANAGER, Roles.HANDLER})
@Tag(name = "returns", description = "Departments' objections (退单)")
public class ReturnResource {

    private final ReturnSearch search;
    private final Policies policies;
    private final Caller caller;

    ReturnResource(ReturnSearch search, Policies policies, Caller caller) {
        this.search = search;
        this.policies = policies;
        this.caller = caller;
    }

    /** An objection in a list. */
    @Schema(name = "ReturnLine")
    record ReturnLine(
            UUID ticketId,
            String ticketNo,

            @Schema(description = "for If-Match of the decision")
            long version,

            String street,
            TicketView.ReturnView request) {}

    /** Objections, the oldest first. */
    @GET
    @Operation(summary = "Objections in one's area, the oldest first; a department sees its own")
    public Uni<Page<ReturnLine>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Cursor from = page.cursor();
        Names names = new Names(policies.current().district(), Languages.of(headers));
        return search.list(
                        caller.scope(),
                        Params.oneOf("state", state, "pending", "approved", "refused"),
                        from == null ? null : from.instant(0),
                        from == null ? null : from.uuid(1),
                        page.fetch())
                .map(found -> Page.of(
                                found,
                                page,
                                uri,
                                line -> Cursor.of(
                                        line.what().requestedAt(), line.what().returnId()))
                        .map(line -> new ReturnLine(
                                line.ticketId(),
                                line.ticketNo(),
                                line.version(),
                                line.street(),
                                TicketView.ReturnView.of(line.what(), names))));
    }
}
