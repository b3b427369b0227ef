package org.whistle.feedback.sla.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.Span;

/** A period of the calendar as a parameter: a label such as 2026-03, or a word such as month for the present one. */
public final class PeriodParam {

    /** For the documentation of such a parameter. */
    public static final String DESCRIPTION =
            "2026-03-02, 2026-W10, 2026-03, 2026-Q1, 2026-H1 or 2026; or day, week, month, quarter, half-year or year "
                    + "for the present one";

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private PeriodParam() {}

    /** Reads one; the present month when absent. */
    public static Span of(String name, @Nullable String value, Instant now) {
        String text = value == null || value.isEmpty() ? Period.MONTH.word() : value;
        if (Period.words().contains(text)) {
            Period period = Period.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            return Span.of(period, now.atZone(Params.ZONE).toLocalDate());
        }
        return label(name, text);
    }

    /** Reads a label. */
    public static Span label(String name, String text) {
        return Span.parse(text)
                .filter(span -> span.start().getYear() >= FIRST_YEAR
                        && span.start().getYear() <= LAST_YEAR)
                .orElseThrow(() -> ProblemException.field(
                        name,
                        "不是周期，例如 2026-03-02、2026-W10、2026-03、2026-Q1、2026-H1、2026",
                        "is no period such as 2026-03-02, 2026-W10, 2026-03, 2026-Q1, 2026-H1 or 2026"));
    }
}
