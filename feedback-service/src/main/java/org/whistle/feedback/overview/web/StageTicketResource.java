package org.whistle.feedback.overview.web;

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
import java.time.Instant;
import java.util.Arrays;
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
import org.whistle.feedback.overview.LoopStage;
import org.whistle.feedback.overview.store.StageTickets;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.web.PlaceRequest;
import org.whistle.feedback.warning.CountedTicket;
import org.whistle.feedback.warning.WarningFilter;
import org.whistle.feedback.warning.web.CountedTicketView;

/** The tickets behind the loop at a glance. */
@Path("/overview/tickets")
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
public class StageTicketResource {

    private final StageTickets tickets;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    StageTicketResource(StageTickets tickets, Districts districts, Caller caller, Clock clock) {
        this.tickets = tickets;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The tickets behind a number of the overview",
            description = "With its filters. What waits, the longest waiting first; what was done today, in its order: "
                    + "of the stage handle, bodies' parts.")
    public Uni<Page<CountedTicketView>> tickets(
            @Parameter(description = "collect, discover, dispatch, handle or feedback", required = true)
                    @QueryParam("stage")
                    @Nullable
                    String stage,
            @Parameter(description = "waiting, overdue or done", required = true) @QueryParam("part") @Nullable
                    String part,
            @BeanParam PlaceRequest request,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        LoopStage known = stage(stage);
        String which = Params.required("part", Params.oneOf("part", part, "waiting", "overdue", "done"));
        PageRequest page = PageRequest.of(limit, cursor, 2);
        WarningFilter filter = new WarningFilter(request.place(), request.department(), request.type(), caller.scope());
        Instant now = clock.instant();
        Instant today =
                now.atZone(Params.ZONE).toLocalDate().atStartOfDay(Params.ZONE).toInstant();
        Language language = Languages.of(headers);
        Uni<List<CountedTicket>> found = which.equals("done")
                ? tickets.done(known, filter, today, page)
                : tickets.waiting(known, which.equals("overdue"), filter, now, page);
        return found.map(list -> Page.of(list, page, uri, ticket -> Cursor.of(ticket.at(), ticket.id()))
                .map(ticket -> CountedTicketView.of(ticket, districts.names(), language)));
    }

    private static LoopStage stage(@Nullable String word) {
        List<String> words =
                Arrays.stream(LoopStage.values()).map(LoopStage::word).toList();
        String known = Params.required("stage", Params.oneOf("stage", word, words));
        return LoopStage.values()[words.indexOf(known)];
    }
}
