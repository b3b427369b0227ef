package org.whistle.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.whistle.feedback.sla.Slices.Grain;
import org.whistle.feedback.sla.Slices.Kept;
import org.whistle.feedback.sla.Slices.Run;
import org.whistle.feedback.sla.Slices.Stretch;
import org.whistle.feedback.sla.Slices.Surplus;

class SlicesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Ten in the morning of 15 May 2026. */
    private static final Instant NOW = Instant.parse("2026-05-15T02:00:00Z");

    /** Yesterday's changes are in, as on most of a day. */
    private static final LocalDate ROLLED = LocalDate.parse("2026-05-15");

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
    }

    private static List<Instant> cuts(String... dates) {
        return Stream.of(dates).map(SlicesTest::day).toList();
    }

    private static Kept kept(int piece, Grain grain, String from, String to) {
        return new Kept(piece, grain, LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void aClosedMonth_isOneMonth() {
        Slices slices = Slices.of(cuts("2026-03-01", "2026-04-01"), NOW, ZONE, Cube.STREET, ROLLED);
        assertThat(slices.kept()).containsExactly(kept(0, Grain.MONTH, "2026-03-01", "2026-04-01"));
        assertThat(slices.days()).containsExactly(kept(0, Grain.DAY, "2026-03-01", "2026-04-01"));
        assertThat(slices.rest()).isEmpty();
    }

    @Test
    void thePresentMonth_isItsCountSoFar_andTheRestFromTheFacts() {
        Slices slices = Slices.of(cuts("2026-04-01", "2026-05-01", "2026-06-01"), NOW, ZONE, Cube.STREET, ROLLED);
        assertThat(slices.kept())
                .containsExactly(
                        kept(0, Grain.MONTH, "2026-04-01", "2026-05-01"),
                        kept(1, Grain.MONTH, "2026-05-01", "2026-05-15"));
        assertThat(slices.rest()).containsExactly(new Stretch(day("2026-05-15"), day("2026-06-01")));
    }

    @Test
    void thePresentMonth_isItsDays_whereAnotherClockIsAheadAndHasTakenInToday() {
        Slices slices =
                Slices.of(cuts("2026-05-01", "2026-06-01"), NOW, ZONE, Cube.STREET, LocalDate.parse("2026-05-16"));
        assertThat(slices.kept()).containsExactly(kept(0, Grain.DAY, "2026-05-01", "2026-05-15"));
        assertThat(slices.rest()).containsExactly(new Stretch(day("2026-05-15"), day("2026-06-01")));
    }

    @Test
    void aCutWithoutDays_hasMonths_andTheRestFromTheFacts() {
        Slices slices = Slices.of(cuts("2026-01-20", "2026-04-10"), NOW, ZONE, Cube.GRID_DEPARTMENT_TYPE, ROLLED);
        assertThat(slices.kept()).containsExactly(kept(0, Grain.MONTH, "2026-02-01", "2026-04-01"));
        assertThat(slices.days()).containsExactly(kept(0, Grain.DAY, "2026-02-01", "2026-04-01"));
        assertThat(slices.surplus()).isEmpty();
        assertThat(slices.rest())
                .containsExactly(
                        new Stretch(day("2026-01-20"), day("2026-02-01")),
                        new Stretch(day("2026-04-01"), day("2026-04-10")));
        Slices weeks =
                Slices.of(cuts("2026-03-02", "2026-03-09", "2026-03-16"), NOW, ZONE, Cube.GRID_DEPARTMENT_TYPE, ROLLED);
        assertThat(weeks)
                .isEqualTo(new Slices(
                        List.of(), List.of(), List.of(), List.of(new Stretch(day("2026-03-02"), day("2026-03-16")))));
    }

    @Test
    void aLongStretch_isDays_thenMonths_thenDays() {
        Slices slices = Slices.of(cuts("2026-01-15", "2026-04-10"), NOW, ZONE, Cube.STREET, ROLLED);
        assertThat(slices.kept())
                .containsExactly(
                        kept(0, Grain.DAY, "2026-01-15", "2026-02-01"),
                        kept(0, Grain.MONTH, "2026-02-01", "2026-04-01"),
                        kept(0, Grain.DAY, "2026-04-01", "2026-04-10"));
    }

    @Test
    void whatMonthsLeave_isWeeks_andThenDays() {
        Slices slices = Slices.of(cuts("2026-03-12", "2026-05-13"), NOW, ZONE, Cube.GRID, ROLLED);
        assertThat(slices.kept())
                .containsExactly(
                        kept(0, Grain.DAY, "2026-03-12", "2026-03-16"),
                        kept(0, Grain.WEEK, "2026-03-16", "2026-03-30"),
                        kept(0, Grain.DAY, "2026-03-30", "2026-04-01"),
                        kept(0, Grain.MONTH, "2026-04-01", "2026-05-01"),
                        kept(0, Grain.DAY, "2026-05-01", "2026-05-04"),
                        kept(0, Grain.WEEK, "2026-05-04", "2026-05-11"),
                        kept(0, Grain.DAY, "2026-05-11", "2026-05-13"));
        assertThat(slices.days()).containsExactly(kept(0, Grain.DAY, "2026-03-12", "2026-05-13"));
        assertThat(slices.rest()).isEmpty();
    }

    @Test
    void thePresentWeek_isItsCountSoFar() {
        Slices slices = Slices.of(cuts("2026-05-04", "2026-05-11", "2026-05-18"), NOW, ZONE, Cube.COMMUNITY, ROLLED);
        assertThat(Slices.runs(slices.kept()))
                .containsExactly(new Run(
                        Grain.WEEK,
                        LocalDate.parse("2026-05-04"),
                        LocalDate.parse("2026-05-15"),
                        0,
                        List.of(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-05-11"))));
        assertThat(slices.rest()).containsExactly(new Stretch(day("2026-05-15"), day("2026-05-18")));
    }

    @Test
    void aCutWithoutDays_readsChangesOnlyWhereItHasCounts() {
        Slices slices = Slices.of(cuts("2026-03-13", "2026-05-05"), NOW, ZONE, Cube.GRID_DEPARTMENT, ROLLED);
        assertThat(slices.kept())
                .containsExactly(
                        kept(0, Grain.WEEK, "2026-03-16", "2026-03-30"),
                        kept(0, Grain.MONTH, "2026-04-01", "2026-05-01"));
        assertThat(slices.days())
                .containsExactly(
                        kept(0, Grain.DAY, "2026-03-16", "2026-03-30"), kept(0, Grain.DAY, "2026-04-01", "2026-05-01"));
        assertThat(slices.surplus()).isEmpty();
        assertThat(slices.rest())
                .containsExactly(
                        new Stretch(day("2026-03-13"), day("2026-03-16")),
                        new Stretch(day("2026-03-30"), day("2026-04-01")),
                        new Stretch(day("2026-05-01"), day("2026-05-05")));
    }

    @Test
    void mostOfAWeek_isTheWeek_withoutItsOtherDays() {
        Slices slices =
                Slices.of(cuts("2026-03-03", "2026-05-01", "2026-06-01"), NOW, ZONE, Cube.GRID_DEPARTMENT, ROLLED);
        assertThat(slices.kept())
                .containsExactly(
                        kept(0, Grain.WEEK, "2026-03-02", "2026-03-09"),
                        kept(0, Grain.WEEK, "2026-03-09", "2026-03-30"),
                        kept(0, Grain.MONTH, "2026-04-01", "2026-05-01"),
                        kept(1, Grain.MONTH, "2026-05-01", "2026-05-15"));
        assertThat(slices.days())
                .containsExactly(
                        kept(0, Grain.DAY, "2026-03-02", "2026-03-30"),
                        kept(0, Grain.DAY, "2026-04-01", "2026-05-01"),
                        kept(1, Grain.DAY, "2026-05-01", "2026-05-15"));
        assertThat(slices.surplus()).containsExactly(new Surplus(0, new Stretch(day("2026-03-02"), day("2026-03-03"))));
        assertThat(slices.rest())
                .containsExactly(
                        new Stretch(day("2026-03-30"), day("2026-04-01")),
                        new Stretch(day("2026-05-15"), day("2026-06-01")));
    }

    @Test
    void mostOfAWeek_thatAMonthGoesOnFrom_hasItsDaysTwice_andOnceTakenOff() {
        Slices slices = Slices.of(cuts("2026-01-26", "2026-03-01"), NOW, ZONE, Cube.GRID_DEPARTMENT, ROLLED);
        assertThat(slices.kept())
                .containsExactly(
                        kept(0, Grain.WEEK, "2026-01-26", "2026-02-02"),
                        kept(0, Grain.MONTH, "2026-02-01", "2026-03-01"));
        assertThat(slices.days())
                .containsExactly(
                        kept(0, Grain.DAY, "2026-01-26", "2026-02-02"), kept(0, Grain.DAY, "2026-02-01", "2026-03-01"));
        assertThat(slices.surplus()).containsExactly(new Surplus(0, new Stretch(day("2026-02-01"), day("2026-02-02"))));
        assertThat(slices.rest()).isEmpty();
    }

    @Test
    void thePresentWeek_isNotTakenWhole_forMostOfItsDays() {
        Slices slices =
                Slices.of(cuts("2026-05-11", "2026-05-15"), NOW, ZONE, Cube.GRID_DEPARTMENT, ROLLED.plusDays(1));
        assertThat(slices.kept()).isEmpty();
        assertThat(slices.rest()).containsExactly(new Stretch(day("2026-05-11"), day("2026-05-15")));
    }

    @Test
    void partsOfADay_andWhatIsToCome_areCountedFromTheFacts() {
        Instant noon = day("2026-05-12").plusSeconds(43_200);
        Slices slices = Slices.of(List.of(noon, day("2026-05-14").plusSeconds(60)), NOW, ZONE, Cube.STREET, ROLLED);
        assertThat(slices.kept()).containsExactly(kept(0, Grain.DAY, "2026-05-13", "2026-05-14"));
        assertThat(slices.rest())
                .containsExactly(
                        new Stretch(noon, day("2026-05-13")),
                        new Stretch(day("2026-05-14"), day("2026-05-14").plusSeconds(60)));
        assertThat(Slices.of(cuts("2026-05-15", "2026-05-16", "2026-05-17"), NOW, ZONE, Cube.STREET, ROLLED))
                .isEqualTo(new Slices(
                        List.of(), List.of(), List.of(), List.of(new Stretch(day("2026-05-15"), day("2026-05-17")))));
    }

    @Test
    void monthsThatFollowOneAnother_areReadInOneGo() {
        Slices slices =
                Slices.of(cuts("2026-02-01", "2026-03-01", "2026-04-01", "2026-06-01"), NOW, ZONE, Cube.STREET, ROLLED);
        assertThat(Slices.runs(slices.kept()))
                .containsExactly(new Run(
                        Grain.MONTH,
                        LocalDate.parse("2026-02-01"),
                        LocalDate.parse("2026-05-15"),
                        0,
                        List.of(
                                LocalDate.parse("2026-02-01"),
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-04-01"))));
    }

    /** Whatever the cuts, each instant of a piece is counted once: kept days and the rest, less what is too much. */
    @Property
    void nothingIsCountedTwice_orLeftOut(
            @ForAll @IntRange(min = 0, max = 3000) int first,
            @ForAll @IntRange(min = 1, max = 3000) int second,
            @ForAll @IntRange(min = 1, max = 3000) int third,
            @ForAll Cube cube,
            @ForAll @IntRange(min = -2, max = 2) int rolled) {
        Instant begin = day("2026-02-03").plusSeconds(first * 3600L);
        Instant middle = begin.plusSeconds(second * 3600L);
        Instant end = middle.plusSeconds(third * 3600L);
        Slices slices = Slices.of(List.of(begin, middle, end), NOW, ZONE, cube, ROLLED.plusDays(rolled));
        assertThat(counted(slices, 0, begin, middle)).isEqualTo(Map.of(begin, 1, middle, -1));
        assertThat(counted(slices, 1, middle, end)).isEqualTo(Map.of(middle, 1, end, -1));
        assertThat(days(slices.days())).isEqualTo(days(slices.kept()));
        long inRuns = Slices.runs(slices.kept()).stream()
                .mapToLong(run -> run.to().toEpochDay() - run.from().toEpochDay())
                .sum();
        assertThat(inRuns).isEqualTo(days(slices.kept()));
        assertThat(slices.kept())
                .allSatisfy(part -> assertThat(part.to()).isBeforeOrEqualTo(LocalDate.parse("2026-05-15")));
    }

    /** By how much the count of an instant changes, and when. */
    private static Map<Instant, Integer> counted(Slices slices, int piece, Instant from, Instant to) {
        Map<Instant, Integer> changes = new TreeMap<>();
        for (Kept kept : slices.kept()) {
            if (kept.piece() == piece) {
                change(changes, day(kept.from().toString()), day(kept.to().toString()), 1);
            }
        }
        for (Surplus surplus : slices.surplus()) {
            if (surplus.piece() == piece) {
                change(changes, surplus.time().from(), surplus.time().to(), -1);
            }
        }
        for (Stretch rest : slices.rest()) {
            Instant begin = rest.from().isBefore(from) ? from : rest.from();
            Instant end = rest.to().isAfter(to) ? to : rest.to();
            if (begin.isBefore(end)) {
                change(changes, begin, end, 1);
            }
        }
        return changes;
    }

    private static void change(Map<Instant, Integer> changes, Instant from, Instant to, int by) {
        changes.merge(from, by, (some, more) -> some + more == 0 ? null : some + more);
        changes.merge(to, -by, (some, more) -> some + more == 0 ? null : some + more);
    }

    private static long days(List<Kept> kept) {
        return kept.stream()
                .mapToLong(part -> part.to().toEpochDay() - part.from().toEpochDay())
                .sum();
    }
}
