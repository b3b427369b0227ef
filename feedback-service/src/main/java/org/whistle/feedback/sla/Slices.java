package org.whistle.feedback.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the pieces of a report's time are counted: whole days that are over from the counts kept by month, week and day, and
 * the rest from the facts.
 *
 * @param kept days that are over, in whole months and weeks where possible; the present one up to today is one too
 * @param days the same without months and weeks, in as few stretches as there are
 * @param surplus what the kept ones count too much; to be counted from the facts and taken off
 * @param rest what must be counted from the facts, in order and without overlap
 */
public record Slices(List<Kept> kept, List<Kept> days, List<Surplus> surplus, List<Stretch> rest) {

    public Slices {
        kept = List.copyOf(kept);
        days = List.copyOf(days);
        surplus = List.copyOf(surplus);
        rest = List.copyOf(rest);
    }

    /** Whole days, weeks or months of one piece, counted from 0; the last day is not included. */
    public record Kept(int piece, Grain grain, LocalDate from, LocalDate to) {}

    /**
     * Days, weeks or months of pieces that follow one another without a gap, to be read in one go.
     *
     * @param first the first piece
     * @param starts where each piece begins, the first of them where the run does
     */
    public record Run(Grain grain, LocalDate from, LocalDate to, int first, List<LocalDate> starts) {

        public Run {
            starts = List.copyOf(starts);
        }

        static Run of(Kept kept) {
            return new Run(kept.grain(), kept.from(), kept.to(), kept.piece(), List.of(kept.from()));
        }

        boolean goesOnWith(Kept next) {
            return grain == next.grain() && to.equals(next.from()) && next.piece() == first + starts.size();
        }

        Run and(Kept next) {
            List<LocalDate> all = new ArrayList<>(starts);
            all.add(next.from());
            return new Run(grain, from, next.to(), first, all);
        }
    }

    /** Days, weeks and months put together into runs. */
    public static List<Run> runs(List<Kept> kept) {
        List<Run> runs = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            int begin = runs.size();
            for (Kept one : kept) {
                if (one.grain() != grain) {
                    continue;
                }
                if (runs.size() > begin && runs.getLast().goesOnWith(one)) {
                    runs.set(runs.size() - 1, runs.getLast().and(one));
                } else {
                    runs.add(Run.of(one));
                }
            }
        }
        return runs;
    }

    /** A stretch of time; the last instant is not included. */
    public record Stretch(Instant from, Instant to) {

        private Duration length() {
            return Duration.between(from, to);
        }

        private boolean isEmpty() {
            return !from.isBefore(to);
        }
    }

    /** A stretch that a piece's kept counts have too much. */
    public record Surplus(int piece, Stretch time) {}

    /** By what the counts are kept. */
    public enum Grain {
        DAY("d", Period.DAY),
        WEEK("w", Period.WEEK),
        MONTH("m", Period.MONTH);

        private final String letter;
        private final Period period;

        Grain(String letter, Period period) {
            this.letter = letter;
            this.period = period;
        }

        /** Its letter in the database. */
        public String letter() {
            return letter;
        }

        /** An expression for the first day of the one that a day lies in; weeks begin on Monday for PostgreSQL too. */
        public String firstDay(String day) {
            return this == DAY ? day : "date_trunc('" + period.word() + "', " + day + ")::date";
        }

        private LocalDate startOf(LocalDate day) {
            return period.startOf(day);
        }

        private LocalDate next(LocalDate start) {
            return period.next(start);
        }

        private LocalDate startNotBefore(LocalDate day) {
            LocalDate start = startOf(day);
            return start.equals(day) ? start : period.next(start);
        }

        private Grain finer() {
            return values()[ordinal() - 1];
        }
    }

    /** Everything from the facts. */
    public static Slices factsOnly(List<Instant> cuts) {
        return new Slices(List.of(), List.of(), List.of(), List.of(new Stretch(cuts.getFirst(), cuts.getLast())));
    }

    /**
     * How a cut answers.
     *
     * @param cuts at least two, rising
     * @param rolledTo the day before which changes have been taken into the counts: while that is not past today, the
     *     count of the present month or week is that of its days that are over
     */
    public static Slices of(List<Instant> cuts, Instant now, ZoneId zone, Cube cube, LocalDate rolledTo) {
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Kept> kept = new ArrayList<>();
        List<Kept> days = new ArrayList<>();
        List<Surplus> surplus = new ArrayList<>();
        List<Stretch> rest = new ArrayList<>();
        for (int piece = 0; piece < cuts.size() - 1; piece++) {
            Instant from = cuts.get(piece);
            Instant to = cuts.get(piece + 1);
            LocalDate first = from.atZone(zone).toLocalDate();
            if (begin(first, zone).isBefore(from)) {
                first = first.plusDays(1);
            }
            LocalDate last = to.atZone(zone).toLocalDate();
            if (last.isAfter(today)) {
                last = today;
            }
            List<Kept> parts = new ArrayList<>();
            if (first.isBefore(last)) {
                boolean toDate = last.equals(today) && !rolledTo.isAfter(today);
                split(parts, piece, Grain.MONTH, cube, first, last, toDate);
            }
            List<Stretch> gaps = new ArrayList<>();
            Instant counted = from;
            for (Kept part : parts) {
                gaps.add(new Stretch(counted, begin(part.from(), zone)));
                counted = begin(part.to(), zone);
            }
            gaps.add(new Stretch(counted, to));
            for (Stretch gap : gaps) {
                fill(gap, piece, cube, today, zone, parts, surplus, rest);
            }
            parts.sort(Comparator.comparing(Kept::from));
            kept.addAll(parts);
            days.addAll(days(parts));
        }
        return new Slices(kept, days, surplus, rest);
    }

    /**
     * What no kept count fits into. Most of a week, say, is the whole week without the few days before and after; less
     * than half of it is counted from the facts.
     */
    private static void fill(
            Stretch gap,
            int piece,
            Cube cube,
            LocalDate today,
            ZoneId zone,
            List<Kept> parts,
            List<Surplus> surplus,
            List<Stretch> rest) {
        Grain finest = cube.finest();
        Instant from = gap.from();
        Instant over = begin(today, zone);
        while (from.isBefore(gap.to()) && from.isBefore(over)) {
            LocalDate start = finest.startOf(from.atZone(zone).toLocalDate());
            LocalDate next = finest.next(start);
            Instant end = begin(next, zone);
            Stretch before = new Stretch(begin(start, zone), from);
            Stretch part = new Stretch(from, end.isBefore(gap.to()) ? end : gap.to());
            Stretch after = new Stretch(part.to(), end);
            boolean most = before.length().plus(after.length()).compareTo(part.length()) < 0;
            if (most && !next.isAfter(today)) {
                parts.add(new Kept(piece, finest, start, next));
                for (Stretch outside : List.of(before, after)) {
                    if (!outside.isEmpty()) {
                        surplus.add(new Surplus(piece, outside));
                    }
                }
            } else {
                add(rest, part);
            }
            from = part.to();
        }
        add(rest, new Stretch(from, gap.to()));
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whole ones of a grain where there are any; what is left before and after them by the finer ones. */
    private static void split(
            List<Kept> kept, int piece, Grain grain, Cube cube, LocalDate first, LocalDate last, boolean toDate) {
        if (!first.isBefore(last)) {
            return;
        }
        LocalDate begin = grain.startNotBefore(first);
        LocalDate end = toDate ? last : grain.startOf(last);
        boolean some = cube.has(grain) && begin.isBefore(end);
        if (grain == Grain.DAY) {
            if (some) {
                kept.add(new Kept(piece, grain, first, last));
            }
            return;
        }
        Grain finer = grain.finer();
        if (!some) {
            split(kept, piece, finer, cube, first, last, toDate);
            return;
        }
        split(kept, piece, finer, cube, first, begin, false);
        kept.add(new Kept(piece, grain, begin, end));
        split(kept, piece, finer, cube, end, last, false);
    }

    /** The days of the parts of one piece, which are in order; those that touch become one, those that overlap do not. */
    private static List<Kept> days(List<Kept> parts) {
        List<Kept> days = new ArrayList<>();
        for (Kept part : parts) {
            boolean touches = !days.isEmpty() && days.getLast().to().equals(part.from());
            LocalDate from = touches ? days.removeLast().from() : part.from();
            days.add(new Kept(part.piece(), Grain.DAY, from, part.to()));
        }
        return days;
    }

    /** Stretches that touch become one. */
    private static void add(List<Stretch> rest, Stretch more) {
        if (more.isEmpty()) {
            return;
        }
        if (!rest.isEmpty() && rest.getLast().to().equals(more.from())) {
            rest.set(rest.size() - 1, new Stretch(rest.getLast().from(), more.to()));
        } else {
            rest.add(more);
        }
    }
}
