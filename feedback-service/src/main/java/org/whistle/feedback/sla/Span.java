package org.whistle.feedback.sla;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One period of the calendar, such as March 2026.
 *
 * @param period its length
 * @param start its first day
 */
public record Span(Period period, LocalDate start) {

    private static final Pattern LABEL =
            Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|-W([0-9]{2})|-Q([1-4])|-H([12]))?");

    public Span {
        if (!period.startOf(start).equals(start)) {
            throw new IllegalArgumentException("no " + period.word() + " begins on " + start);
        }
    }

    /** The period a day lies in. */
    public static Span of(Period period, LocalDate day) {
        return new Span(period, period.startOf(day));
    }

    /** Reads a label as {@link Period#label} writes it; empty when it is none. */
    public static Optional<Span> parse(String label) {
        Matcher matcher = LABEL.matcher(label);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        try {
            Span span;
            if (matcher.group(3) != null) {
                span = new Span(Period.DAY, LocalDate.parse(label));
            } else if (matcher.group(2) != null) {
                span = new Span(Period.MONTH, LocalDate.of(year, Integer.parseInt(matcher.group(2)), 1));
            } else if (matcher.group(4) != null) {
                // The fourth of January always lies in the first week.
                LocalDate day = LocalDate.of(year, 1, 4)
                        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(matcher.group(4)));
                span = Span.of(Period.WEEK, day);
            } else if (matcher.group(5) != null) {
                span = new Span(Period.QUARTER, LocalDate.of(year, Integer.parseInt(matcher.group(5)) * 3 - 2, 1));
            } else if (matcher.group(6) != null) {
                span = new Span(Period.HALF_YEAR, LocalDate.of(year, Integer.parseInt(matcher.group(6)) * 6 - 5, 1));
            } else {
                span = new Span(Period.YEAR, LocalDate.of(year, 1, 1));
            }
            return span.label().equals(label) ? Optional.of(span) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How it is written: 2026-03-02, 2026-W10, 2026-03, 2026-Q1, 2026-H1, 2026. */
    public String label() {
        return period.label(start);
    }

    /** The first day after it. */
    public LocalDate end() {
        return period.next(start);
    }

    /** The one before it. */
    public Span previous() {
        return of(period, start.minusDays(1));
    }

    /** Its first instant. */
    public Instant from(ZoneId zone) {
        return start.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    public Instant to(ZoneId zone) {
        return end().atStartOfDay(zone).toInstant();
    }

    /** Whether it is over. */
    public boolean isOver(Instant now, ZoneId zone) {
        return !to(zone).isAfter(now);
    }
}
