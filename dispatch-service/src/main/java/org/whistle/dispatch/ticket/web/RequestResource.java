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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.whistle.dispatch.ticket.store.RequestSearch;

/** Extensions and suspensions: the street's to decide, a department's own to follow. */
@Path("/requests")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.MANAGER, Roles.HANDLER})
@Tag(name = "requests", description = "Extensions (延期) and suspensions (挂账) that departments ask for")
public class RequestResource {

    private final RequestSearch search;
    private final Policies policies;
    private final Caller caller;

    RequestResource(RequestSearch search, Policies policies, Caller caller) {
        this.search = search;
        this.policies = policies;
        this.caller = caller;
    }

    /** A request in a list. */
    @Schema(name = "RequestLine")
    record RequestLine(
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9P") String ticketNo,

            @Schema(description = "for If-Match of the decision")
            long version,

            @Schema(examples = "370102009") String street,
            ProceedingsView.RequestView request) {}

    /** Requests, the oldest first. */
    @GET
    @Operation(
            summary = "Extensions and suspensions asked for in one's area, the oldest first; a department sees its own")
    public Uni<Page<RequestLine>> list(
            @Parameter(description = "extension or suspension", example = "extension") @QueryParam("kind") @Nullable
                    String kind,
            @Parameter(description = "pending, granted or refused", example = "pending") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "code of a street", example = "370102009") @QueryParam("street") @Nullable
                    String street,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Cursor from = page.cursor();
        Names names = new Names(policies.current().district(), Languages.of(headers));
        return search.list(
                        caller.scope(),
                        new RequestSearch.Filter(
                                Params.oneOf("kind", kind, "extension", "suspension"),
                                Params.oneOf("state", state, "pending", "granted", "refused"),
                                Params.place("street", street)),
                        from == null ? null : from.instant(0),
                        from == null ? null : from.uuid(1),
                        page.fetch())
                .map(found -> Page.of(
                                found,
                                page,
                                uri,
                                line -> Cursor.of(
                                        line.what().requestedAt(), line.what().requestId()))
                        .map(line -> new RequestLine(
                                line.ticketId(),
                                line.ticketNo(),
                                line.version(),
                                line.street(),
                                ProceedingsView.RequestView.of(line.what(), names))));
    }
}
