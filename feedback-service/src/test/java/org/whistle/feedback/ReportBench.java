package org.whistle.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.Span;
import org.whistle.feedback.sla.store.Counting;
import org.whistle.feedback.sla.store.SlaQueries;
import org.whistle.feedback.sla.store.TallyCheck;
import org.whistle.feedback.warning.WarningFilter;
import org.whistle.feedback.warning.store.BacklogQueries;
import org.whistle.feedback.warning.store.HotSpotQueries;
import org.whistle.feedback.warning.store.RepeatQueries;

/**
 * How long the reports take, by the very classes that make them, on a database filled by {@code seed/tickets.sql}: five
 * times each after one for warming up, the median and the longest in milliseconds. Arguments: port, database, user,
 * password. Not a test: its figures stand in docs/performance.md.
 */
public final class ReportBench {

    private static final int TIMES = 5;
    private static final AreaScope DISTRICT = new AreaScope(List.of("370102"), null);
    private static final AreaScope MANAGER = new AreaScope(List.of("370102"), "body-05");

    private final Pool pool;
    private final Instant now = Instant.now();
    private final LocalDate today = now.atZone(Params.ZONE).toLocalDate();

    private ReportBench(Pool pool) {
        this.pool = pool;
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        Vertx vertx = Vertx.vertx();
        Pool pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(Integer.parseInt(args[0]))
                        .setDatabase(args[1])
                        .setUser(args[2])
                        .setPassword(args[3])
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build());
        try {
            new ReportBench(pool).run();
        } finally {
            pool.close().await().atMost(Duration.ofSeconds(10));
            vertx.close();
        }
    }

    private void run() throws ReflectiveOperationException {
        Counting counting = make(Counting.class);
        Set<Measure> all = Rate.measures(Rate.values());
        Map<String, Supplier<Uni<?>>> reports = new LinkedHashMap<>();
        Span month = Span.of(Period.MONTH, today);
        Span year = Span.of(Period.YEAR, today);
        for (Grouping grouping : Grouping.values()) {
            reports.put("this month by " + grouping.word(), () -> counting.count(all, grouping, time(month, 2), now));
        }
        for (Grouping grouping : Grouping.values()) {
            reports.put(
                    "last month by " + grouping.word(),
                    () -> counting.count(all, grouping, time(month.previous(), 2), now));
        }
        for (Grouping grouping : Grouping.values()) {
            reports.put("this year by " + grouping.word(), () -> counting.count(all, grouping, time(year, 2), now));
        }
        reports.put(
                "one community's year by type",
                () -> counting.count(all, Grouping.TYPE, time(year, 2, "370102012003", null, DISTRICT), now));
        reports.put(
                "one type's year by community",
                () -> counting.count(all, Grouping.COMMUNITY, time(year, 2, null, "C0007", DISTRICT), now));
        reports.put(
                "a department's own year by street",
                () -> counting.count(all, Grouping.STREET, time(year, 2, null, null, MANAGER), now));
        reports.put(
                "a department's own year by community",
                () -> counting.count(all, Grouping.COMMUNITY, time(year, 2, null, null, MANAGER), now));
        reports.put(
                "a department's own month by grid",
                () -> counting.count(all, Grouping.GRID, time(month, 2, null, null, MANAGER), now));
        reports.put(
                "a department's own year by grid",
                () -> counting.count(all, Grouping.GRID, time(year, 2, null, null, MANAGER), now));
        for (Span span : List.of(month, year, Span.of(Period.WEEK, today))) {
            reports.put(
                    "one type's " + span.label() + " by grid",
                    () -> counting.count(all, Grouping.GRID, time(span, 2, null, "C0007", DISTRICT), now));
        }
        reports.put(
                "a department's own year, one community by type",
                () -> counting.count(all, Grouping.TYPE, time(year, 2, "370102012003", null, MANAGER), now));
        reports.put(
                "a department's own week by grid",
                () -> counting.count(
                        all, Grouping.GRID, time(Span.of(Period.WEEK, today), 2, null, null, MANAGER), now));
        reports.put(
                "trend of 52 weeks, a department in one community by grid",
                () -> counting.count(
                        Rate.measures(Rate.CLOSED),
                        Grouping.GRID,
                        time(Span.of(Period.WEEK, today), 52, "370102012003", null, MANAGER),
                        now));
        reports.put(
                "trend of 52 weeks by type",
                () -> counting.count(
                        Rate.measures(Rate.CLOSED), Grouping.TYPE, time(Span.of(Period.WEEK, today), 52), now));
        reports.put(
                "trend of 52 weeks by community",
                () -> counting.count(
                        Rate.measures(Rate.CLOSED), Grouping.COMMUNITY, time(Span.of(Period.WEEK, today), 52), now));
        reports.put(
                "trend of 12 months by grid",
                () -> counting.count(Rate.measures(Rate.CLOSED), Grouping.GRID, time(month, 12), now));
        reports.put(
                "trend of 12 months by department",
                () -> counting.count(Rate.measures(Rate.HANDLED_ON_TIME), Grouping.DEPARTMENT, time(month, 12), now));
        reports.put(
                "trend of 52 weeks by street",
                () -> counting.count(
                        Rate.measures(Rate.CLOSED), Grouping.STREET, time(Span.of(Period.WEEK, today), 52), now));
        reports.put(
                "trend of 365 days, total",
                () -> counting.count(
                        Rate.measures(Rate.REWORK), Grouping.TOTAL, time(Span.of(Period.DAY, today), 365), now));
        reports.put(
                "trend of 52 weeks, one community",
                () -> counting.count(
                        Rate.measures(Rate.REWORK),
                        Grouping.TOTAL,
                        time(Span.of(Period.WEEK, today), 52, "370102012003", null, DISTRICT),
                        now));
        Set<Measure> scored =
                Rate.measures(Rate.HANDLED, Rate.HANDLED_ON_TIME, Rate.REWORK, Rate.OVERDUE_UNHANDLED, Rate.EXTENSION);
        for (Grouping grouping : List.of(Grouping.DEPARTMENT, Grouping.STREET, Grouping.COMMUNITY)) {
            reports.put(
                    "ranking of the year by " + grouping.word(),
                    () -> counting.count(scored, grouping, time(year, 1), now));
        }
        reports.put(
                "ratings of the year by department",
                () -> counting.count(
                        EnumSet.of(Measure.RATINGS, Measure.RATINGS_FAIR, Measure.ANSWERS, Measure.SATISFIED),
                        Grouping.DEPARTMENT,
                        time(year, 1),
                        now));
        lists(reports);
        measure(reports);
    }

    private void lists(Map<String, Supplier<Uni<?>>> reports) throws ReflectiveOperationException {
        SlaQueries tickets = make(SlaQueries.class);
        HotSpotQueries hotSpots = make(HotSpotQueries.class);
        BacklogQueries backlogs = make(BacklogQueries.class);
        RepeatQueries repeats = make(RepeatQueries.class);
        PageRequest page = new PageRequest(50, null);
        WarningFilter everything = new WarningFilter(null, null, null, DISTRICT);
        Span year = Span.of(Period.YEAR, today);
        reports.put(
                "tickets behind the year's rework, first page",
                () -> tickets.tickets(Rate.REWORK, true, time(year, 1), now, page));
        reports.put(
                "tickets behind one community's overdue of the year",
                () -> tickets.tickets(
                        Rate.OVERDUE_UNHANDLED, true, time(year, 1, "370102012003", null, DISTRICT), now, page));
        reports.put(
                "hot spots, 7 days",
                () -> hotSpots.list(
                        everything, now.minus(Duration.ofDays(14)), now.minus(Duration.ofDays(7)), now, 3, page));
        reports.put("backlog by department", () -> backlogs.byDepartment(everything, now, Duration.ofHours(24)));
        reports.put("backlog by street", () -> backlogs.byStreet(everything, now, Duration.ofHours(24)));
        reports.put("about to breach, first page", () -> backlogs.soon(everything, now, Duration.ofHours(24), page));
        reports.put("repeats, first page", () -> repeats.list(everything, now.minus(Duration.ofDays(90)), 90, page));
        Object counts = make(
                Class.forName("org.whistle.feedback.score.store.BulletinCounts"),
                pool,
                make(Counting.class),
                make(Class.forName("org.whistle.feedback.score.store.Rankings"), make(Counting.class)),
                make(Class.forName("org.whistle.feedback.place.store.Districts"), pool, null, null, null));
        var count = counts.getClass().getDeclaredMethod("count", Span.class, AreaScope.class, Instant.class);
        count.setAccessible(true);
        for (Span span : List.of(Span.of(Period.MONTH, today).previous(), year)) {
            reports.put("bulletin of " + span.label() + ", counted anew", () -> {
                try {
                    return (Uni<?>) count.invoke(counts, span, DISTRICT, now);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        TallyCheck check = make(TallyCheck.class);
        reports.put("rebuild check", () -> check.differences()
                .invoke(found -> System.out.println("  differences: " + found.total())));
    }

    private static void measure(Map<String, Supplier<Uni<?>>> reports) {
        reports.forEach((name, report) -> {
            List<Double> millis = new ArrayList<>();
            int times = name.equals("rebuild check") ? 1 : TIMES;
            for (int i = 0; i <= times; i++) {
                long start = System.nanoTime();
                report.get().await().atMost(Duration.ofMinutes(5));
                if (i > 0) {
                    millis.add((System.nanoTime() - start) / 1e6);
                }
            }
            Collections.sort(millis);
            System.out.printf("| %s | %.0f | %.0f |%n", name, millis.get(millis.size() / 2), millis.getLast());
        });
    }

    private SlaFilter time(Span last, int periods) {
        return time(last, periods, null, null, DISTRICT);
    }

    private SlaFilter time(Span last, int periods, @Nullable String place, @Nullable String type, AreaScope scope) {
        List<Instant> cuts = new ArrayList<>();
        cuts.add(last.to(Params.ZONE));
        Span span = last;
        for (int i = 0; i < periods; i++) {
            cuts.addFirst(span.from(Params.ZONE));
            span = span.previous();
        }
        return new SlaFilter(cuts, place, null, type, scope);
    }

    private <T> T make(Class<T> type) throws ReflectiveOperationException {
        return make(type, pool);
    }

    private static <T> T make(Class<T> type, @Nullable Object... arguments) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        Constructor<T> constructor = (Constructor<T>) Arrays.stream(type.getDeclaredConstructors())
                .filter(candidate -> candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }
}
