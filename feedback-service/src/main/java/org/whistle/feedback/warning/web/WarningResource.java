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
import java.util.Objects;
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
import org.whistle.district.Policy;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.warning.WarningFilter;
import org.whistle.feedback.warning.store.BacklogQueries;
import org.whistle.feedback.warning.store.HotSpotQueries;
import org.whistle.feedback.warning.store.RepeatQueries;

/** What leaders should see coming. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
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
public class WarningResource {

    /** Hours ahead when the caller does not say, and at most. */
    private static final int DEFAULT_HOURS = 24;

    private static final int MAX_HOURS = 720;

    private final HotSpotQueries hotSpots;
    private final BacklogQueries backlogs;
    private final RepeatQueries repeats;
    private final WarningForm form;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    WarningResource(
            HotSpotQueries hotSpots,
            BacklogQueries backlogs,
            RepeatQueries repeats,
            WarningForm form,
            Districts districts,
            Caller caller,
            Clock clock) {
        this.hotSpots = hotSpots;
        this.backlogs = backlogs;
        this.repeats = repeats;
        this.form = form;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/hot-spots")
    @Operation(
            summary = "Grids with many reports of one type, the most first",
            description =
                    "At least hot-spot.minimum within the last hot-spot.days of the policy, compared with as many "
                            + "days before.")
    public Uni<Page<WarningViews.HotSpotView>> hotSpots(
            @BeanParam WarningRequest request,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        PageRequest page = PageRequest.of(limit, cursor, 3);
        WarningFilter filter = request.filter(caller.scope());
        Policy policy = districts.policy();
        Duration window = Duration.ofDays(policy.hotSpotDays());
        Instant to = clock.instant();
        Instant from = to.minus(window);
        Language language = Languages.of(headers);
        return hotSpots.list(filter, from.minus(window), from, to, policy.hotSpotMinimum(), page)
                .map(found -> Page.of(found, page, uri, spot -> Cursor.of(spot.count(), spot.grid(), spot.type()))
                        .map(spot -> form.hotSpot(spot, from, to, language)));
    }

    @GET
    @Path("/backlog")
    @Operation(
            summary = "What is open, by department or street",
            description = "By age, with what is suspended, overdue and about to breach.")
    public Uni<WarningViews.BacklogView> backlog(
            @Parameter(description = "department or street; department when absent") @QueryParam("by") @Nullable
                    String by,
            @Parameter(description = "how far ahead, 1 to 720; 24 when absent") @QueryParam("hours") @Nullable
                    String hours,
            @BeanParam WarningRequest request,
            @Context HttpHeaders headers) {
        boolean byStreet = "street".equals(Params.oneOf("by", by, "department", "street"));
        int ahead = hours(hours);
        WarningFilter filter = request.filter(caller.scope());
        Instant now = clock.instant();
        Grouping grouping = byStreet ? Grouping.STREET : Grouping.DEPARTMENT;
        Language language = Languages.of(headers);
        return (byStreet
                        ? backlogs.byStreet(filter, now, Duration.ofHours(ahead))
                        : backlogs.byDepartment(filter, now, Duration.ofHours(ahead)))
                .map(found -> new WarningViews.BacklogView(
                        grouping.word(),
                        now,
                        ahead,
                        found.stream()
                                .map(backlog -> form.backlog(grouping, backlog, language))
                                .toList()));
    }

    @GET
    @Path("/about-to-breach")
    @Operation(summary = "Assignments whose limit will be used up within some hours, the soonest first")
    public Uni<Page<WarningViews.DueView>> aboutToBreach(
            @Parameter(description = "how far ahead, 1 to 720; 24 when absent") @QueryParam("hours") @Nullable
                    String hours,
            @BeanParam WarningRequest request,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Duration ahead = Duration.ofHours(hours(hours));
        PageRequest page = PageRequest.of(limit, cursor, 2);
        WarningFilter filter = request.filter(caller.scope());
        Instant now = clock.instant();
        Language language = Languages.of(headers);
        return backlogs.soon(filter, now, ahead, page)
                .map(found -> Page.of(found, page, uri, due -> Cursor.of(due.dueAt(), due.assignmentId()))
                        .map(due -> form.due(due, now, language)));
    }

    @GET
    @Path("/repeats")
    @Operation(
            summary = "Matters that the same person has reported before, the latest first",
            description =
                    "Of the same type or the same grid, within repeat.days of the policy; residents and the hotline "
                            + "only. The person is not told.")
    public Uni<Page<WarningViews.RepeatView>> repeats(
            @BeanParam WarningRequest request,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        WarningFilter filter = request.filter(caller.scope());
        int days = districts.policy().repeatDays();
        Instant from = clock.instant().minus(Duration.ofDays(days));
        Language language = Languages.of(headers);
        return repeats.list(filter, from, days, page)
                .map(found -> Page.of(found, page, uri, repeat -> Cursor.of(repeat.filedAt(), repeat.reportId()))
                        .map(repeat -> form.repeat(repeat, language)));
    }

    private static int hours(@Nullable String hours) {
        return Objects.requireNonNullElse(Params.integer("hours", hours, 1, MAX_HOURS), DEFAULT_HOURS);
    }
}
