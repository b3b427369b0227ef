package org.whistle.feedback.overview.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.overview.StageFigures;
import org.whistle.feedback.overview.store.OverviewQueries;
import org.whistle.feedback.sla.web.PlaceRequest;
import org.whistle.feedback.warning.WarningFilter;

/** The loop at a glance. */
@Path("/overview")
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
public class OverviewResource {

    private final OverviewQueries overviews;
    private final Caller caller;
    private final Clock clock;

    OverviewResource(OverviewQueries overviews, Caller caller, Clock clock) {
        this.overviews = overviews;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The five stages now, and what was done today",
            description =
                    "The day begins at midnight in China. A department sees what it leads, and its own parts of it.")
    public Uni<OverviewView> overview(@BeanParam PlaceRequest request) {
        Instant now = clock.instant();
        Instant today =
                now.atZone(Params.ZONE).toLocalDate().atStartOfDay(Params.ZONE).toInstant();
        WarningFilter filter = new WarningFilter(request.place(), request.department(), request.type(), caller.scope());
        return overviews
                .stages(filter, now, today)
                .map(stages -> new OverviewView(
                        now, today, stages.stream().map(StageView::of).toList()));
    }

    /**
     * The loop at a glance.
     *
     * @param at when it was counted
     * @param since when the day began
     */
    @Schema(name = "Overview")
    public record OverviewView(Instant at, Instant since, List<StageView> stages) {}

    /** One stage; see {@link StageFigures}. */
    @Schema(name = "StageFigures")
    public record StageView(
            @Schema(enumeration = {"collect", "discover", "dispatch", "handle", "feedback"})
            String stage,

            long waiting,
            long overdue,
            long done) {

        static StageView of(StageFigures figures) {
            return new StageView(figures.stage().word(), figures.waiting(), figures.overdue(), figures.done());
        }
    }
}
