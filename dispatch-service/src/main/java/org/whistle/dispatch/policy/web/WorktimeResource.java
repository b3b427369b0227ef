package org.whistle.dispatch.policy.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.worktime.OutsideCalendar;
import org.whistle.district.CalendarDay;
import org.whistle.district.Coded;
import org.whistle.district.District;
import org.whistle.district.Limit;
import org.whistle.district.LimitUnit;
import org.whistle.district.WorkingHours.Slot;

/** When would this be due? The same arithmetic that tickets are dispatched by (DOMAIN.md §4). */
@Path("/worktime")
@RolesAllowed({
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.COMMUNITY,
    Roles.GRID_WORKER,
    Roles.UNIT_STEWARD,
    Roles.BUILDING_HEAD,
    Roles.CALL_AGENT,
    Roles.BRANCH,
    Roles.ADMINISTRATOR,
    Roles.HANDLER,
    Roles.MANAGER,
    Roles.RESIDENT
})
@Tag(name = "worktime", description = "The working-time clock: what-if questions about limits and days")
public class WorktimeResource {

    private static final Pattern LIMIT = Pattern.compile("([1-9][0-9]{0,3})(um|uh|wh|wd|ud|cd)");
    private static final int MAX_DAYS = 366;

    private final Policies policies;
    private final Clock clock;

    WorktimeResource(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * When a limit is used up.
     *
     * @param warnAt when 80 % of it are used (the share is policy)
     * @param superviseAt when 150 % of it are used (the share is policy)
     * @param working whether the body is at work at the start
     */
    @Schema(name = "Due")
    record DueView(
            Instant start,
            @Schema(examples = "4wh") String limit,
            @Nullable String department,
            String policyVersion,
            boolean working,
            Instant warnAt,
            Instant dueAt,
            Instant superviseAt) {}

    /** Working time between two instants, in whole minutes. */
    @Schema(name = "WorkingTimeBetween")
    record BetweenView(Instant from, Instant to, @Nullable String department, String policyVersion, long minutes) {}

    /** A day as it is worked. */
    @Schema(name = "WorkingDay")
    record DayView(
            LocalDate date,
            boolean workday,
            @Schema(examples = "08:00-12:00;14:00-18:00") String hours,
            @Nullable String name) {}

    /** When a limit would be due. */
    @GET
    @Path("due")
    @Operation(summary = "When would a limit that begins to run at an instant be due?")
    public DueView due(
            @Parameter(description = "without it now", example = "2026-02-13T17:00:00+08:00")
                    @QueryParam("start")
                    @Nullable
                    String start,
            @Parameter(description = "um, uh, wh, wd, ud or cd", example = "4wh") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "with hours and days of its own, if it has any", example = "water-supply")
                    @QueryParam("department")
                    @Nullable
                    String department) {
        PolicyVersion policy = policies.current();
        Limit wanted = limit(limit);
        String body = body(policy, department);
        Instant from = Optional.ofNullable(Params.instant("start", start)).orElseGet(clock::instant);
        try {
            var due = policy.time().clock(from, wanted, body);
            return new DueView(
                    from,
                    wanted.toString(),
                    body,
                    policy.version(),
                    isWorking(policy.district(), body, from),
                    due.warnAt(),
                    due.dueAt(),
                    due.superviseAt());
        } catch (OutsideCalendar e) {
            throw outside("start");
        }
    }

    /** Working time between two instants. */
    @GET
    @Path("between")
    @Operation(summary = "How much working time lies between two instants?")
    public BetweenView between(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("department") @Nullable String department) {
        PolicyVersion policy = policies.current();
        Instant since = Params.required("from", Params.instant("from", from));
        Instant until = Params.required("to", Params.instant("to", to));
        String body = body(policy, department);
        try {
            Duration worked = policy.time().between(since, until, body);
            return new BetweenView(since, until, body, policy.version(), worked.toMinutes());
        } catch (OutsideCalendar e) {
            throw outside("to");
        }
    }

    /** Days as they are worked. */
    @GET
    @Path("days")
    @Operation(summary = "Which days are worked, and which hours? At most 366 days")
    public List<DayView> days(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("department") @Nullable String department) {
        PolicyVersion policy = policies.current();
        LocalDate first = Params.required("from", Params.date("from", from));
        LocalDate last = Params.required("to", Params.date("to", to));
        if (last.isBefore(first) || first.plusDays(MAX_DAYS).isBefore(last)) {
            throw ProblemException.field(
                    "to", "须不早于 from，且不超过 366 天", "must not be before from, nor more than 366 days on");
        }
        String body = body(policy, department);
        District district = policy.district();
        return first.datesUntil(last.plusDays(1))
                .map(date -> new DayView(
                        date,
                        district.isWorkday(body, date),
                        hours(district.slots(body, date)),
                        district.calendar()
                                .entry(body, date)
                                .map(CalendarDay::name)
                                .orElse(null)))
                .toList();
    }

    private static boolean isWorking(District district, @Nullable String department, Instant at) {
        ZoneId zone = district.info().zone();
        var local = at.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        return district.slots(department, local.toLocalDate()).stream()
                .anyMatch(slot -> slot.start() <= minute && minute < slot.end());
    }

    private static String hours(List<Slot> slots) {
        return String.join(
                ";",
                slots.stream()
                        .map(slot -> time(slot.start()) + "-" + time(slot.end()))
                        .toList());
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static Limit limit(@Nullable String text) {
        Matcher matcher = LIMIT.matcher(Params.required("limit", text));
        if (!matcher.matches()) {
            throw ProblemException.field(
                    "limit",
                    "应为数字加单位 um、uh、wh、wd、ud 或 cd，例如 4wh",
                    "must be a number with um, uh, wh, wd, ud or cd, as in 4wh");
        }
        return new Limit(
                Integer.parseInt(matcher.group(1)),
                Coded.find(LimitUnit.class, matcher.group(2)).orElseThrow());
    }

    private static @Nullable String body(PolicyVersion policy, @Nullable String department) {
        String code = Params.text("department", department, 64);
        if (code != null && policy.district().department(code).isEmpty()) {
            throw ProblemException.field("department", "没有此部门", "names no department");
        }
        return code;
    }

    private static ProblemException outside(String field) {
        return ProblemException.field(field, "超出日历范围", "leads beyond the calendar");
    }
}
