package org.whistle.dispatch.ticket.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
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
import org.whistle.dispatch.ticket.store.WhistleSearch;

/** Whistles to look at. */
@Path("/whistles")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.COMMUNITY, Roles.ADMINISTRATOR})
@Tag(name = "whistles")
public class WhistleResource {

    private final WhistleSearch search;
    private final Policies policies;
    private final Caller caller;

    WhistleResource(WhistleSearch search, Policies policies, Caller caller) {
        this.search = search;
        this.policies = policies;
        this.caller = caller;
    }

    /**
     * A whistle in a list.
     *
     * @param round the ticket's round that it called; a later one ended it
     * @param invited how many bodies it called, without those whose return was approved
     * @param signed how many of them have accepted
     * @param checkedIn how many have checked in on site
     * @param reported how many have reported their result
     */
    @Schema(name = "WhistleLine")
    record WhistleLine(
            UUID id,
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9P") String ticketNo,
            int round,
            @Schema(examples = "emergency") String kind,
            @Schema(examples = "燃气管道被挖断，需现场处置。") String subject,
            @Schema(examples = "甸柳新村一区3号楼北侧路口") String venue,
            @Schema(examples = "370102009") String street,
            @Schema(examples = "emergency") String lead,
            @Nullable String leadName,
            Instant calledAt,
            Instant meetAt,
            @Nullable Instant checkInBy,
            @Schema(examples = "3") int invited,
            int signed,
            int checkedIn,
            int reported) {

        static WhistleLine of(WhistleSearch.Line line, Names names) {
            return new WhistleLine(
                    line.id(),
                    line.ticketId(),
                    line.ticketNo(),
                    line.round(),
                    line.kind(),
                    line.subject(),
                    line.venue(),
                    line.street(),
                    line.lead(),
                    names.department(line.lead()),
                    line.calledAt(),
                    line.meetAt(),
                    line.checkInBy(),
                    line.invited(),
                    line.signed(),
                    line.checkedIn(),
                    line.reported());
        }
    }

    /** Whistles, the newest first. */
    @GET
    @Operation(summary = "Whistles in one's area, the newest first, with how many have signed, checked in and reported")
    public Uni<Page<WhistleLine>> list(
            @QueryParam("street") @Nullable String street,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Cursor from = page.cursor();
        Names names = new Names(policies.current().district(), Languages.of(headers));
        return search.list(
                        caller.scope(),
                        Params.place("street", street),
                        Params.oneOf(
                                "kind",
                                kind,
                                "enforcement",
                                "daily",
                                "emergency",
                                "identification",
                                "branch",
                                "residents"),
                        from == null ? null : from.instant(0),
                        from == null ? null : from.uuid(1),
                        page.fetch())
                .map(lines -> Page.of(lines, page, uri, line -> Cursor.of(line.calledAt(), line.id()))
                        .map(line -> WhistleLine.of(line, names)));
    }
}
