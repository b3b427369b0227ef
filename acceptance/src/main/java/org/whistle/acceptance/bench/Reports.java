package org.whistle.acceptance.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** How long a leader waits for each report, one after the other, over REST through the front door. */
final class Reports {

    /** What a leader should wait at most, in milliseconds. */
    static final int TARGET = 200;

    private static final int WARM = 3;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Http http;
    private final String leader;
    private final String manager;
    private final String body;
    private final int times;

    /**
     * @param leader account that sees the whole district
     * @param manager account of a department's manager
     * @param body that department
     * @param times how often each is asked for
     */
    Reports(Http http, String leader, String manager, String body, int times) {
        this.http = http;
        this.leader = leader;
        this.manager = manager;
        this.body = body;
        this.times = times;
    }

    /**
     * One report's times in milliseconds.
     *
     * @param bytes size of its answer
     */
    record Figures(double p50Ms, double p99Ms, double maxMs, int bytes, boolean withinTarget) {}

    /** Each report by its name. */
    Map<String, Figures> run(Consumer<String> say) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        paths().forEach((name, path) -> {
            String account = name.startsWith("manager") ? manager : leader;
            Figures found = measure(account, "/api/feedback" + path);
            figures.put(name, found);
            say.accept(String.format(
                    "%-44s p50 %6.0f ms   p99 %6.0f ms   %8d B", name, found.p50Ms(), found.p99Ms(), found.bytes()));
        });
        return figures;
    }

    private Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String group : new String[] {"total", "department", "street", "community", "grid", "type"}) {
            paths.put("month_by_" + group, "/sla?groupBy=" + group);
        }
        // As the leader's map asks for it.
        paths.put("month_by_grid_one_rate", "/sla?groupBy=grid&rate=handled-on-time");
        String year = "from=" + LocalDate.now(ZONE).getYear() + "-01-01";
        for (String group : new String[] {"total", "department", "street", "community", "grid", "type"}) {
            paths.put("year_by_" + group, "/sla?" + year + "&groupBy=" + group);
        }
        paths.put("department_month_by_grid", "/sla?groupBy=grid&department=" + body);
        paths.put("department_year_by_grid", "/sla?groupBy=grid&department=" + body + "&" + year);
        paths.put("type_year_by_grid", "/sla?groupBy=grid&type=C0101&" + year);
        paths.put("manager_month_by_community", "/sla?groupBy=community");
        paths.put("manager_year_by_grid", "/sla?groupBy=grid&" + year);
        paths.put("trend_12_months_by_department", "/sla/trend?rate=handled-on-time&group=department");
        paths.put("trend_52_weeks_by_street", "/sla/trend?rate=closed&group=street&period=week&count=52");
        paths.put("trend_52_weeks_by_community", "/sla/trend?rate=closed&group=community&period=week&count=52");
        paths.put("trend_365_days", "/sla/trend?rate=rework&period=day&count=365");
        for (String by : new String[] {"department", "street", "community"}) {
            paths.put("ranking_of_the_year_by_" + by, "/ranking?period=year&by=" + by);
        }
        paths.put("ratings_of_the_year", "/ratings?period=year");
        paths.put("bulletin_of_the_year", "/bulletins/" + LocalDate.now(ZONE).getYear());
        paths.put("tickets_behind_a_number", "/sla/tickets?rate=rework&part=numerator&" + year);
        paths.put("hot_spots", "/hot-spots");
        paths.put("backlog_by_department", "/backlog?by=department");
        paths.put("backlog_by_street", "/backlog?by=street");
        paths.put("about_to_breach", "/about-to-breach");
        paths.put("repeats", "/repeats");
        return paths;
    }

    private Figures measure(String account, String path) {
        double[] millis = new double[times];
        int bytes = 0;
        for (int i = -WARM; i < times; i++) {
            long start = System.nanoTime();
            Http.Reply reply = Await.now(http.get(account, path));
            double took = (System.nanoTime() - start) / 1e6;
            if (!reply.succeeded()) {
                throw new IllegalStateException(path + " as " + account + ": " + reply.status() + " " + reply.body());
            }
            bytes = reply.body().length();
            if (i >= 0) {
                millis[i] = took;
            }
        }
        Arrays.sort(millis);
        double p99 = millis[(int) Math.ceil(times * 0.99) - 1];
        return new Figures(millis[(times - 1) / 2], p99, millis[times - 1], bytes, millis[(times - 1) / 2] <= TARGET);
    }
}
