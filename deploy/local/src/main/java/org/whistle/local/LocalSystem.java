package org.whistle.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.local.door.FrontDoor;
import org.whistle.local.door.Pages;
import org.whistle.local.door.Route;
import org.whistle.local.identity.Login;
import org.whistle.local.part.Kafka;
import org.whistle.local.part.Keycloak;
import org.whistle.local.part.Postgres;
import org.whistle.local.part.QuarkusService;
import org.whistle.local.process.Leftovers;
import org.whistle.local.process.ProcessRecord;
import org.whistle.local.process.ProcessTable;
import org.whistle.local.process.Program;
import org.whistle.local.process.RunLock;
import org.whistle.local.process.Supervised;
import org.whistle.local.state.Logs;
import org.whistle.local.state.Room;
import org.whistle.local.state.Secrets;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Progress;
import org.whistle.local.text.Text;

/**
 * The whole system, started by this process: every part a child process of its own, except the front door, which is in
 * this one. Parts that die are brought back. Closed when this process ends, or by {@link #close}.
 */
public final class LocalSystem implements AutoCloseable {

    /** How often it is told what is still missing, and from when on also why that may be. */
    private static final int SAY_SECONDS = 15;

    private static final int LONG_SECONDS = 120;

    private final Options options;
    private final StateDir state;
    private final Progress progress;
    private final RunLock lock;
    private final SystemAccess access;
    private final Secrets secrets;
    private final Ports ports;
    private final Map<Part, Supervised> supervised = new EnumMap<>(Part.class);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::close, "close-local-system");
    private @Nullable FrontDoor door;
    private boolean closing;

    private LocalSystem(Options options, StateDir state, RunLock lock, Ports ports, Secrets secrets) {
        this.options = options;
        this.state = state;
        this.progress = options.progress();
        this.lock = lock;
        this.ports = ports;
        this.secrets = secrets;
        String url = options.publicUrl() == null ? "http://localhost:" + ports.base() : options.publicUrl();
        this.access = new SystemAccess(state, ports, url, options.parts(), secrets);
    }

    /**
     * Starts what the options say and returns when all of it is ready.
     *
     * @throws LocalException when that is not possible; nothing is left running then
     */
    public static LocalSystem start(Options options) {
        StateDir state = new StateDir(options.home());
        state.create();
        RunLock lock = RunLock.tryAcquire(state).orElseThrow(() -> alreadyRunning(state));
        LocalSystem system;
        try {
            new Leftovers(state, ProcessTable.ofThisMachine()).stop(stopOrder(), options.progress());
            if (options.fresh()) {
                state.wipe();
            }
            Room.check(state);
            Ports ports = options.ports() == null ? Ports.ephemeral() : options.ports();
            PortCheck.check(options, ports);
            system = new LocalSystem(options, state, lock, ports, Secrets.open(state));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(system.hook);
        try {
            system.startAll();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** What an earlier launcher has left running. */
    public static List<ProcessRecord> leftovers(StateDir state) {
        return new Leftovers(state, ProcessTable.ofThisMachine()).find(stopOrder());
    }

    /** Ends what an earlier launcher left behind; returns how many processes that were. */
    public static int stopLeftovers(StateDir state, Progress progress) {
        return RunLock.tryAcquire(state)
                .map(lock -> {
                    try (lock) {
                        ProcessRecord.remove(state.run(), SystemAccess.LAUNCHER);
                        return new Leftovers(state, ProcessTable.ofThisMachine()).stop(stopOrder(), progress);
                    }
                })
                .orElse(0);
    }

    /** How to reach and use it. */
    public SystemAccess access() {
        return access;
    }

    /** All logins by name. */
    public Map<String, Login> accounts() {
        return access.accounts();
    }

    /** An access token of a user, by direct grant. */
    public String token(String username) {
        return access.token(username);
    }

    /** Process id of a part; -1 when it does not run now. */
    public long pid(Part part) {
        return part(part).pid();
    }

    /** Kills a part hard, as a crash would; it comes back by itself, see {@link #awaitReady()}. */
    public void kill(Part part) {
        part(part).kill();
    }

    /** Ends a part in order; it stays ended until {@link #start(Part)}. */
    public void stop(Part part) {
        part(part).stop();
    }

    /** Starts a part that was ended; returns when it is ready. */
    public void start(Part part) {
        await(part(part).start(), part.title());
    }

    /** Ends a part in order and starts it again; returns when it is ready. */
    public void restart(Part part) {
        stop(part);
        start(part);
    }

    /**
     * Waits until every part is ready, also those that were killed.
     *
     * @throws LocalException when that takes more than three minutes
     */
    public void awaitReady() {
        supervised.forEach((part, running) -> await(running.ready(), part.title()));
    }

    /** Waits until it is closed, by whomever. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Ends everything in reverse order; returns when no process is left. Can be called any number of times. */
    @Override
    public void close() {
        boolean another;
        synchronized (this) {
            another = closing;
            closing = true;
        }
        if (another) {
            // Not while holding the lock, which whoever closes it needs.
            awaitClosedByAnother();
            return;
        }
        progress.step("正在停止", "stopping");
        FrontDoor open = door;
        if (open != null) {
            open.close();
        }
        stopTogether(Stream.concat(Part.services().stream(), Stream.of(Part.KEYCLOAK))
                .toList());
        stopTogether(List.of(Part.KAFKA));
        stopTogether(List.of(Part.POSTGRES));
        ProcessRecord.remove(state.run(), SystemAccess.LAUNCHER);
        lock.close();
        progress.step("已全部停止", "everything has stopped");
        closed.countDown();
        if (Thread.currentThread() != hook) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already, and the hook finds everything closed.
                return;
            }
        }
    }

    private void awaitClosedByAnother() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAll() {
        record(false);
        EnumSet<Part> wanted = EnumSet.copyOf(options.parts());
        wanted.stream().filter(part -> part != Part.FRONT_DOOR).forEach(part -> Logs.rotate(state.log(part.id())));
        if (wanted.contains(Part.FRONT_DOOR)) {
            door = FrontDoor.open(options.bind(), ports.base(), routes(), pages());
        }
        CompletableFuture<Void> postgres = wanted.contains(Part.POSTGRES)
                ? begin(Part.POSTGRES, new Postgres(state, ports, secrets, progress))
                : CompletableFuture.completedFuture(null);
        CompletableFuture<Void> kafka = wanted.contains(Part.KAFKA)
                ? begin(Part.KAFKA, new Kafka(state, ports, options.root(), progress))
                : CompletableFuture.completedFuture(null);
        List<CompletableFuture<Void>> all = new ArrayList<>(List.of(postgres, kafka));
        CompletableFuture<Void> identity = CompletableFuture.completedFuture(null);
        if (wanted.contains(Part.KEYCLOAK)) {
            identity = begin(
                            Part.KEYCLOAK,
                            new Keycloak(state, ports, secrets, options.root(), access.url(), postgres, progress))
                    .thenRunAsync(this::settleIdentity, Thread::startVirtualThread);
            all.add(identity);
        }
        wanted.removeIf(part -> !part.isService());
        // The services wait for the stores only: they come up while the identity provider still does.
        if (!wanted.isEmpty()) {
            awaitFirst(List.of(postgres, kafka), all);
            for (Part part : wanted) {
                all.add(begin(part, service(part))
                        .runAfterBothAsync(
                                identity, () -> new Acquaintance(access).make(part), Thread::startVirtualThread));
            }
        }
        awaitFirst(all, all);
        if (options.sampleDistrict() && options.parts().containsAll(DistrictLoader.TAKERS)) {
            new DistrictLoader(access, progress).loadSampleData();
        }
        record(true);
    }

    private Program service(Part part) {
        return new QuarkusService(part, state, ports, secrets, options.root(), Keycloak.issuer(access.url()));
    }

    /** What the identity provider is told once it is there: where the pages are and who may come in. */
    private void settleIdentity() {
        new RealmSettings(access).settle();
        if (options.sampleDistrict()) {
            new DistrictLoader(access, progress).loadSampleAccounts();
        }
    }

    private CompletableFuture<Void> begin(Part part, Program program) {
        Supervised keeper = new Supervised(program, state, progress);
        synchronized (this) {
            if (closing) {
                throw new LocalException(new Text("启动被中断。", "the start was interrupted."));
            }
            supervised.put(part, keeper);
            return keeper.start();
        }
    }

    /** Waits for some, but no longer once any of all has failed; says now and then what is still missing. */
    private void awaitFirst(List<CompletableFuture<Void>> some, List<CompletableFuture<Void>> all) {
        CompletableFuture<Void> enough = CompletableFuture.allOf(some.toArray(CompletableFuture[]::new));
        CompletableFuture<Object> failed = new CompletableFuture<>();
        all.forEach(one -> one.whenComplete((done, failure) -> {
            if (failure != null) {
                failed.completeExceptionally(failure);
            }
        }));
        CompletableFuture<Object> either = CompletableFuture.anyOf(enough, failed);
        for (int times = 1; ; times++) {
            try {
                either.get(SAY_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                List<String> missing = supervised.entrySet().stream()
                        .filter(entry -> !entry.getValue().ready().isDone())
                        .map(entry -> entry.getKey().title())
                        .toList();
                if (!missing.isEmpty()) {
                    boolean late = times * SAY_SECONDS >= LONG_SECONDS;
                    progress.step(
                            "仍在启动：" + String.join("、", missing) + (late ? "（升级后可能在迁移数据，日志在 " + state.logs() + "）" : ""),
                            "still starting: " + String.join(", ", missing)
                                    + (late
                                            ? " (perhaps carrying data on after an upgrade, logs in " + state.logs()
                                                    + ")"
                                            : ""));
                }
            } catch (ExecutionException e) {
                throw unwrapped(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalException(new Text("启动被中断。", "the start was interrupted."));
            }
        }
    }

    private static void await(CompletableFuture<Void> ready, String title) {
        try {
            ready.get(3, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new LocalException(new Text(title + " 三分钟内没有就绪。", title + " was not ready within three minutes."));
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException(new Text("等待被中断。", "the wait was interrupted."));
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        Throwable cause = failure.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new CompletionException(cause);
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Part part : Part.services()) {
            routes.add(new Route("/api/" + part.id(), "127.0.0.1", ports.of(part)));
        }
        routes.add(new Route(Keycloak.PATH, "127.0.0.1", ports.of(Part.KEYCLOAK)));
        return routes;
    }

    private Pages pages() {
        return new Pages(access.url(), Keycloak.issuer(access.url()), options.basemap(), options.pages());
    }

    private void record(boolean ready) {
        ProcessHandle self = ProcessHandle.current();
        // A library user's process is known by its program only; its pid and birth say the rest.
        String marker = System.getProperty("whistle.launcher", "java");
        ProcessRecord.of(SystemAccess.LAUNCHER, self, marker)
                .with(SystemAccess.notes(ports, access.url(), options.parts(), ready))
                .save(state.run());
    }

    private void stopTogether(List<Part> parts) {
        List<CompletableFuture<Void>> stops;
        synchronized (this) {
            stops = parts.stream()
                    .map(supervised::get)
                    .filter(Objects::nonNull)
                    .map(running -> CompletableFuture.runAsync(running::stop, Thread::startVirtualThread))
                    .toList();
        }
        CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new)).join();
    }

    private Supervised part(Part part) {
        Supervised found;
        synchronized (this) {
            found = supervised.get(part);
        }
        if (found == null) {
            throw new IllegalArgumentException(part.id() + " is not a process of this system");
        }
        return found;
    }

    /** Names of records in the order in which leftovers are ended: services first, the stores last. */
    private static List<String> stopOrder() {
        Set<Part> services = Part.services();
        return Stream.concat(services.stream(), Stream.of(Part.KEYCLOAK, Part.KAFKA, Part.POSTGRES))
                .flatMap(part -> Stream.of(Supervised.helperName(part.id()), part.id()))
                .toList();
    }

    private static LocalException alreadyRunning(StateDir state) {
        String where = SystemAccess.find(state)
                .map(running -> running.url() + ", pid "
                        + running.pid(Part.FRONT_DOOR).map(String::valueOf).orElse("?"))
                .orElse(state.home().toString());
        return new LocalException(new Text(
                "系统已经在运行（" + where + "）。查看：./whistle status；停止：./whistle down。",
                "it is already running (" + where + "). Look: ./whistle status; stop: ./whistle down."));
    }
}
