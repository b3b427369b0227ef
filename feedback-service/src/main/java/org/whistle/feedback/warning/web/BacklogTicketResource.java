package org.whistle.feedback.warning.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.warning.BacklogPart;
import org.whistle.feedback.warning.CountedTicket;
import org.whistle.feedback.warning.WarningFilter;
import org.whistle.feedback.warning.store.BacklogQueries;

/** The tickets behind the backlog. */
@Path("/backlog/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "warnings")
@RolesAllowed({
    Roles.LEADER,
    Roles.SUPERVISOR,
    Roles.DISPATCHER,
    Roles.COMMUNITY,
    Roles.MANAGER,
    Roles.HANDLER,
    Roles.ADMINISTRATOR
})
public class BacklogTicketResource {

    private final BacklogQueries backlogs;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    BacklogTicketResource(BacklogQueries backlogs, Districts districts, Caller caller, Clock clock) {
        this.backlogs = backlogs;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The tickets behind a number of the backlog, the longest open first",
            description = "With its filters. By department its open assignments, by place its open tickets.")
    public Uni<Page<CountedTicketView>> tickets(
            @Parameter(description = "department, street, community or grid; department when absent")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(
                            description =
                                    "open, suspended, overdue, about-to-breach, under-one-day, one-to-three-days, "
                                            + "three-to-seven-days, seven-to-thirty-days or over-thirty-days",
                            required = true)
                    @QueryParam("part")
                    @Nullable
                    String part,
            @Parameter(description = "how far ahead, 1 to 720; 24 when absent") @QueryParam("hours") @Nullable
                    String hours,
            @BeanParam WarningRequest request,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        boolean byBody = WarningResource.grouping(by) == Grouping.DEPARTMENT;
        BacklogPart known = BacklogPart.of(Params.required("part", Params.oneOf("part", part, BacklogPart.words())))
                .orElseThrow();
        Duration ahead = Duration.ofHours(WarningResource.hours(hours));
        PageRequest page = PageRequest.of(limit, cursor, 2);
        WarningFilter filter = request.filter(caller.scope());
        Instant now = clock.instant();
        Language language = Languages.of(headers);
        Uni<List<CountedTicket>> found = byBody
                ? backlogs.assignments(known, filter, now, ahead, page)
                : backlogs.tickets(known, filter, now, ahead, page);
        return found.map(list -> Page.of(list, page, uri, ticket -> Cursor.of(ticket.at(), ticket.id()))
                .map(ticket -> CountedTicketView.of(ticket, districts.names(), language)));
    }
}
