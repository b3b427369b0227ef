package org.whistle.feedback.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How the pieces of a report's time are counted: whole days that are over from the counts kept by month and by day, and
 * the rest from the facts.
 *
 * @param kept days that are over, in whole months where possible; the present month up to today is one too
 * @param days the same without months, one for each piece that has any
 * @param rest what must be counted from the facts, in order and without overlap
 */
public record Slices(List<Kept> kept, List<Kept> days, List<Stretch> rest) {

    public Slices {
        kept = List.copyOf(kept);
        days = List.copyOf(days);
        rest = List.copyOf(rest);
    }

    /** Whole days or months of one piece, counted from 0; the last day is not included. */
    public record Kept(int piece, Grain grain, LocalDate from, LocalDate to) {}

    /**
     * Days or months of pieces that follow one another without a gap, to be read in one go.
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

    /** Days and months put together into runs. */
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
    public record Stretch(Instant from, Instant to) {}

    /** By what the counts are kept. */
    public enum Grain {
        DAY("d"),
        MONTH("m");

        private final String letter;

        Grain(String letter) {
            this.letter = letter;
        }

        /** Its letter in the database. */
        public String letter() {
            return letter;
        }
    }

    /** Everything from the facts. */
    public static Slices factsOnly(List<Instant> cuts) {
        return new Slices(List.of(), List.of(), List.of(new Stretch(cuts.getFirst(), cuts.getLast())));
    }

    /**
     * How a cut answers.
     *
     * @param cuts at least two, rising
     * @param rolledTo the day before which changes have been taken into the counts: while that is not past today, the
     *     count of the present month is that of its days that are over
     */
    public static Slices of(List<Instant> cuts, Instant now, ZoneId zone, Cube cube, LocalDate rolledTo) {
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Kept> kept = new ArrayList<>();
        List<Kept> days = new ArrayList<>();
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
                split(parts, piece, first, last, toDate);
            }
            parts.removeIf(part -> !cube.has(part.grain()));
            Instant counted = from;
            for (Kept part : parts) {
                add(rest, counted, begin(part.from(), zone));
                counted = begin(part.to(), zone);
            }
            add(rest, counted, to);
            kept.addAll(parts);
            if (!parts.isEmpty()) {
                days.add(new Kept(
                        piece,
                        Grain.DAY,
                        parts.getFirst().from(),
                        parts.getLast().to()));
            }
        }
        return new Slices(kept, days, rest);
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static void split(List<Kept> kept, int piece, LocalDate first, LocalDate last, boolean toDate) {
        LocalDate firstMonth = Period.MONTH.startOf(first.minusDays(1)).plusMonths(1);
        LocalDate lastMonth = toDate ? last : Period.MONTH.startOf(last);
        if (!firstMonth.isBefore(lastMonth)) {
            kept.add(new Kept(piece, Grain.DAY, first, last));
            return;
        }
        if (first.isBefore(firstMonth)) {
            kept.add(new Kept(piece, Grain.DAY, first, firstMonth));
        }
        kept.add(new Kept(piece, Grain.MONTH, firstMonth, lastMonth));
        if (lastMonth.isBefore(last)) {
            kept.add(new Kept(piece, Grain.DAY, lastMonth, last));
        }
    }

    /** Stretches that touch become one. */
    private static void add(List<Stretch> rest, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        if (!rest.isEmpty() && rest.getLast().to().equals(from)) {
            rest.set(rest.size() - 1, new Stretch(rest.getLast().from(), to));
        } else {
            rest.add(new Stretch(from, to));
        }
    }
}
