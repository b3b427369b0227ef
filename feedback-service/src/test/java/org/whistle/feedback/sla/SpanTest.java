package org.whistle.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static void reads(String label, Period period, String start, String end, String previous) {
        Span span = Span.parse(label).orElseThrow();
        assertThat(span).as(label).isEqualTo(new Span(period, LocalDate.parse(start)));
        assertThat(span.end()).as(label).isEqualTo(LocalDate.parse(end));
        assertThat(span.label()).isEqualTo(label);
        assertThat(span.previous().label()).as(label).isEqualTo(previous);
    }

    @Test
    void everyLength_isRead_andKnowsTheOneBefore() {
        reads("2026-03-01", Period.DAY, "2026-03-01", "2026-03-02", "2026-02-28");
        reads("2026-W10", Period.WEEK, "2026-03-02", "2026-03-09", "2026-W09");
        reads("2026-01", Period.MONTH, "2026-01-01", "2026-02-01", "2025-12");
        reads("2026-Q1", Period.QUARTER, "2026-01-01", "2026-04-01", "2025-Q4");
        reads("2026-H2", Period.HALF_YEAR, "2026-07-01", "2027-01-01", "2026-H1");
        reads("2026", Period.YEAR, "2026-01-01", "2027-01-01", "2025");
    }

    @Test
    void aWeek_belongsToTheYearOfItsThursday() {
        // 2026 begins on a Thursday and has 53 weeks; 2027-01-01 lies in the last of them.
        reads("2026-W01", Period.WEEK, "2025-12-29", "2026-01-05", "2025-W52");
        reads("2026-W53", Period.WEEK, "2026-12-28", "2027-01-04", "2026-W52");
        assertThat(Span.of(Period.WEEK, LocalDate.parse("2027-01-01")).label()).isEqualTo("2026-W53");
        assertThat(Span.parse("2025-W53")).isEmpty();
    }

    @Test
    void whatIsNoPeriod_isNotRead() {
        for (String label : new String[] {
            "", "2026-3", "2026-13", "2026-02-30", "2026-W00", "2026-W54", "2026-Q5", "2026-H3", "26", "2026-Q", " 2026"
        }) {
            assertThat(Span.parse(label)).as(label).isEmpty();
        }
    }

    @Test
    void aPeriod_isOver_atMidnightInShanghai() {
        Span march = Span.parse("2026-03").orElseThrow();
        Instant end = Instant.parse("2026-03-31T16:00:00Z");
        assertThat(march.from(ZONE)).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(march.to(ZONE)).isEqualTo(end);
        assertThat(march.isOver(end.minusMillis(1), ZONE)).isFalse();
        assertThat(march.isOver(end, ZONE)).isTrue();
    }
}
