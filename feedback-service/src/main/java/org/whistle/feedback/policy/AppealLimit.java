package org.whistle.feedback.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.whistle.district.Limit;
import org.whistle.district.LimitUnit;
import org.whistle.district.WorkCalendar;

/**
 * How long a department may appeal (申诉; proposal: 5 working days). Working time is not reckoned here: a limit of working
 * days is rounded up to whole ones by the district's calendar, in favour of who appeals.
 *
 * @param zone in which days are counted
 */
public record AppealLimit(Limit limit, WorkCalendar calendar, ZoneId zone) {

    /** Without a district: five workdays of the plain week. */
    public static final AppealLimit DEFAULT =
            new AppealLimit(new Limit(5, LimitUnit.WD), new WorkCalendar(List.of()), ZoneId.of("Asia/Shanghai"));

    private static final int HOURS_OF_A_WORKDAY = 8;

    /** The last instant, when it began at an instant: for working days, the end of the last of them. */
    public Instant endsAt(Instant start) {
        return switch (limit.unit()) {
            case UM -> start.plus(Duration.ofMinutes(limit.value()));
            case UH -> start.plus(Duration.ofHours(limit.value()));
            case UD, CD -> start.plus(Duration.ofDays(limit.value()));
            case WH -> endOfWorkday(start, (limit.value() + HOURS_OF_A_WORKDAY - 1) / HOURS_OF_A_WORKDAY);
            case WD -> endOfWorkday(start, limit.value());
        };
    }

    /** The end of the n-th workday after the day of an instant. */
    private Instant endOfWorkday(Instant start, int workdays) {
        LocalDate day = start.atZone(zone).toLocalDate();
        int left = workdays;
        while (left > 0) {
            day = day.plusDays(1);
            left -= calendar.isWorkday(day) ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
