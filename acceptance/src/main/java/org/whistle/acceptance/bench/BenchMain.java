package org.whistle.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whistle.acceptance.client.Whistle;
import org.whistle.district.Role;
import org.whistle.local.SystemAccess;
import org.whistle.local.identity.Login;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./whistle bench}: one run that measures floors, latency, throughput and whole lives, and checks the journal. */
@Command(
        name = "whistle bench",
        mixinStandardHelpOptions = true,
        description = {"在一次运行中测量系统的速度并核对日志。", "Measures the running system and checks the journal, in one run."})
public final class BenchMain implements Callable<Integer> {

    /** A service that has run for days has its code translated; one that was started just now does it under load. */
    private static final String WARM_UP = "60";

    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final int HTTP_CONNECTIONS = 256;
    private static final long MILLION = 1_000_000;
    private static final long FEWEST_FACTS = 100_000;
    private static final String DISTRICT = "370102";

    @Nullable
    @Option(names = "--json", paramLabel = "FILE", description = "结果写入文件 / write the figures to a file")
    private Path json;

    @Option(names = "--seconds", defaultValue = "30", description = "每段时长 / length of each phase (default 30)")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = WARM_UP,
            description = {
                "测量前满负荷运行的时长，测全流程前再运行其一半，均不计入 / full load before anything is measured, and half as long",
                "whole lives before those that count (default " + WARM_UP + ")"
            })
    private int warmUp;

    @Option(
            names = "--rate",
            defaultValue = "200",
            description = "定速上报数 / reports a second of the open loop (default 200)")
    private int rate;

    @Option(names = "--preload", defaultValue = "0", description = "预先上报数 / reports filed before measuring (default 0)")
    private long preload;

    @Option(names = "--concurrency", defaultValue = "320", description = "同时进行的全流程数 / lives at a time (default 320)")
    private int concurrency;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PHASE",
            description = "只测所列各段 / measure these phases only: ${COMPLETION-CANDIDATES}")
    private Set<Phase> only = EnumSet.allOf(Phase.class);

    @Nullable
    @Option(
            names = "--report-tickets",
            paramLabel = "N",
            description = "报表段至少装入的工单数，默认单独测报表时 1000000，否则取 --preload，至少 100000 / "
                    + "tickets the reports are asked at, at least: 1000000 when they are measured alone, else as many as"
                    + " --preload and at least 100000")
    private Long reportTickets;

    /** What can be measured by itself. */
    enum Phase {
        floor,
        open,
        saturation,
        lifecycles,
        reports
    }

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchMain()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        SystemAccess system = Whistle.running().system();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            Http http = new Http(vertx, system, HTTP_CONNECTIONS);
            signIn(http);
            return run(vertx, http, system);
        } finally {
            Await.now(vertx.close());
        }
    }

    private int run(Vertx vertx, Http http, SystemAccess system) throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("at", Instant.now().toString());
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        if (only.equals(EnumSet.of(Phase.reports))) {
            figures.put("reports", reports(http, system));
            report(figures);
            return 0;
        }
        if (only.contains(Phase.floor)) {
            // First: what they leave to be written, a gigabyte and more, reaches the disk half a minute later, at once.
            say("底线 · floors");
            figures.put("floor", floors(system));
        }
        Duration length = Duration.ofSeconds(seconds);
        Workload workload = new Workload(DISTRICT);
        JournalCheck journal = JournalCheck.fromHere(system.kafkaBootstrap());
        Set<String> accepted = new HashSet<>();
        Tail tail = new Tail(vertx, http, Tail.end(http));
        tail.start();

        Assigned warm = new Assigned();
        tail.read(warm::readable);
        say("预热 · warming up");
        new Saturation(vertx, http, workload, warm).run(Duration.ofSeconds(warmUp), Long.MAX_VALUE, DRAIN);
        accepted.addAll(warm.tickets());
        if (preload > 0) {
            say("预载 " + preload + " 件 · preloading");
            Assigned loaded = new Assigned();
            tail.read(loaded::readable);
            new Saturation(vertx, http, workload, loaded).run(Duration.ofHours(2), preload, DRAIN);
            figures.put("preloaded", loaded.count());
        }

        if (only.contains(Phase.open)) {
            say("定速 · open loop at " + rate + "/s");
            Assigned open = new Assigned();
            tail.read(open::readable);
            figures.put("open_loop", new OpenLoop(vertx, http, workload, open).run(rate, length, DRAIN));
            accepted.addAll(open.tickets());
            accepted.addAll(open.missing());
        }
        if (only.contains(Phase.saturation)) {
            say("极限 · saturation");
            Assigned full = new Assigned();
            tail.read(full::readable);
            figures.put("saturation", new Saturation(vertx, http, workload, full).run(length, Long.MAX_VALUE, DRAIN));
            accepted.addAll(full.tickets());
            accepted.addAll(full.missing());
        }
        if (only.contains(Phase.lifecycles)) {
            say("全流程 · lifecycles");
            Lifecycles lives = new Lifecycles(vertx, http, new Workload(Workload.STREET), concurrency);
            tail.read(lives::readable);
            figures.put("lifecycles", lives.run(Duration.ofSeconds(warmUp).dividedBy(2), length, DRAIN));
            accepted.addAll(lives.filed());
        }
        tail.stop();

        say("核对 · checking the journal");
        JournalCheck.Result check = journal.against(accepted);
        figures.put("check", check);
        if (only.contains(Phase.reports)) {
            figures.put("reports", reports(http, system));
        }
        report(figures);
        return check.lost() + check.duplicated() + check.outOfOrder() == 0 ? 0 : 1;
    }

    /** Reports at many tickets; last, because the facts are no lives and stay behind. */
    private Map<String, Object> reports(Http http, SystemAccess system) {
        long wanted =
                reportTickets != null ? reportTickets : only.size() == 1 ? MILLION : Math.max(preload, FEWEST_FACTS);
        say("报表 · reports at " + wanted + " tickets; loading facts");
        Map<String, Object> figures = new LinkedHashMap<>();
        long begun = System.nanoTime();
        try {
            figures.put(
                    "tickets",
                    new FactLoader(
                                    system.jdbcUrl("feedback"),
                                    "feedback",
                                    system.databasePassword("feedback"),
                                    this::say)
                            .load(wanted));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the facts could not be loaded", e);
        }
        figures.put("loading_seconds", (System.nanoTime() - begun) / 1_000_000_000L);
        Login manager = system.account(Role.MANAGER.code());
        Reports reports = new Reports(
                http,
                districtLeader(system),
                manager.username(),
                Objects.requireNonNull(manager.department()),
                Math.clamp(seconds, 10, 30));
        Map<String, Reports.Figures> each = reports.run(this::say);
        figures.put("target_ms", Reports.TARGET);
        figures.put(
                "within_target",
                each.values().stream().filter(Reports.Figures::withinTarget).count() + " of " + each.size());
        figures.put("each", each);
        return figures;
    }

    /** The leader that sees the most. */
    private static String districtLeader(SystemAccess system) {
        return system.accounts().values().stream()
                .filter(login -> login.has(Role.LEADER.code()))
                .min(Comparator.comparingInt(login ->
                        login.areas().stream().mapToInt(String::length).min().orElse(Integer.MAX_VALUE)))
                .orElseThrow()
                .username();
    }

    private Map<String, Object> floors(SystemAccess system) {
        Duration length = Duration.ofSeconds(Math.clamp(seconds, 3, 10));
        Map<String, Object> floor = new LinkedHashMap<>();
        floor.put(
                "tx_per_second",
                Floors.transactionsPerSecond(
                        system.jdbcUrl("intake"), "intake", system.databasePassword("intake"), length));
        floor.put("kafka_records_per_second", Floors.recordsPerSecond(system.kafkaBootstrap(), length));
        return floor;
    }

    private void signIn(Http http) {
        Tail.prepare(http);
        http.prepare("call-agent");
        Workload.gridWorkers().forEach(http::prepare);
        Workload.KINDS.forEach(kind -> http.prepare(kind.handler()));
    }

    private void report(Map<String, Object> figures) throws IOException {
        ObjectMapper mapper = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT);
        String text = mapper.writeValueAsString(figures);
        out.println(text);
        if (json != null) {
            Files.writeString(json, text + "\n");
            say("写入 · written to " + json);
        }
    }

    private void say(String text) {
        out.println("· " + text);
    }
}
