package org.whistle.local.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whistle.local.LocalSystem;
import org.whistle.local.Options;
import org.whistle.local.Part;
import org.whistle.local.Ports;
import org.whistle.local.SystemAccess;
import org.whistle.local.door.Basemap;
import org.whistle.local.identity.Login;
import org.whistle.local.state.Logs;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Progress;
import org.whistle.local.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the system and stays with it until it is told to end. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--fresh")
    private boolean fresh;

    @Option(names = "--port")
    private int port = Ports.DEFAULT;

    @Option(names = "--only")
    private String only = "all";

    @Option(names = "--no-sample")
    private boolean noSample;

    @Override
    public Integer call() throws InterruptedException {
        StateDir state = Main.state();
        Progress progress = new Progress(output(state), Main.language());
        Set<Part> parts = EnumSet.copyOf(Part.parse(only));
        // Without the door nothing could be reached the way it is in production.
        parts.add(Part.FRONT_DOOR);
        Options options = Options.in(state.home())
                .withPorts(ports())
                .withParts(parts)
                .withFresh(fresh)
                .withBind(environment("WHISTLE_BIND", "127.0.0.1"))
                .withPublicUrl(publicUrl())
                .withSampleDistrict(!noSample)
                .withPages(basemap(), pages())
                .withProgress(progress);
        progress.step("启动，状态目录 " + state.home(), "starting; state folder " + state.home());
        try (LocalSystem system = LocalSystem.start(options)) {
            announce(system, progress);
            // Gives back what only starting has needed.
            System.gc();
            system.awaitClosed();
        }
        return 0;
    }

    /** The terminal and the launcher's log; in the background the one is the other. */
    private static PrintStream output(StateDir state) {
        if (System.getenv("WHISTLE_DETACHED") != null
                || SystemAccess.find(state).isPresent()) {
            return System.out;
        }
        state.create();
        Logs.rotate(state.log("launcher"));
        try {
            OutputStream log = new FileOutputStream(state.log("launcher").toFile());
            return new PrintStream(new Both(System.out, log), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the same to two places. */
    private static final class Both extends OutputStream {

        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int octet) throws IOException {
            one.write(octet);
            other.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            one.write(octets, from, length);
            other.write(octets, from, length);
        }

        @Override
        public void flush() throws IOException {
            one.flush();
            other.flush();
        }
    }

    private Ports ports() {
        try {
            return new Ports(port);
        } catch (IllegalArgumentException e) {
            throw new LocalException(
                    new Text("端口 " + port + " 超出范围（1 到 65526）。", "port " + port + " is out of range (1 to 65526)."));
        }
    }

    private static @Nullable String publicUrl() {
        String url = environment("WHISTLE_PUBLIC_URL", "");
        return url.isEmpty() ? null : url.replaceAll("/+$", "");
    }

    private static @Nullable Basemap basemap() {
        try {
            return Basemap.of(System.getenv("WHISTLE_BASEMAP_URL"), System.getenv("WHISTLE_BASEMAP_ATTRIBUTION"));
        } catch (IllegalArgumentException e) {
            throw new LocalException(
                    new Text(
                            "WHISTLE_BASEMAP_URL 不是瓦片地址：须以 https:// 或 http:// 开头并含 {z}、{x}、{y}。",
                            "WHISTLE_BASEMAP_URL is no address of map tiles: it begins with https:// or http:// and has {z}, {x} and {y} in it."),
                    e);
        }
    }

    private static @Nullable Path pages() {
        String folder = System.getProperty("whistle.web.dir", "");
        if (folder.isBlank()) {
            return null;
        }
        Path pages = Path.of(folder).toAbsolutePath();
        if (!Files.isRegularFile(pages.resolve("index.html"))) {
            throw new LocalException(new Text(
                    pages + " 里没有 index.html（WHISTLE_WEB_DIR）。",
                    "there is no index.html in " + pages + " (WHISTLE_WEB_DIR)."));
        }
        return pages;
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static void announce(LocalSystem system, Progress progress) {
        progress.step("全部就绪", "everything is ready");
        progress.line("");
        progress.line(
                "  页面：" + system.access().url() + "/  （在浏览器中打开）",
                "  pages: " + system.access().url() + "/  (open in a browser)");
        Map<String, Login> byRole = new TreeMap<>(Comparator.naturalOrder());
        for (Login login : system.accounts().values()) {
            login.roles().forEach(role -> byRole.putIfAbsent(role, login));
        }
        if (!byRole.isEmpty()) {
            progress.line("  可登录的账户，每种角色一个：", "  who can sign in, one account of each role:");
            byRole.forEach((role, login) -> progress.line(
                    String.format("    %-14s %-20s %s   %s", role, login.username(), login.password(), login.zh())));
            progress.line(
                    "  全部账户：" + system.access().state().accounts(),
                    "  all accounts: " + system.access().state().accounts());
        }
        progress.line("  停止：Ctrl-C 或 ./whistle down", "  stop: Ctrl-C or ./whistle down");
    }
}
