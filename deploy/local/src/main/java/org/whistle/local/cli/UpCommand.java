package org.whistle.local.cli;

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
import org.whistle.local.identity.Login;
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
        Progress progress = new Progress(System.out, Main.language());
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

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static void announce(LocalSystem system, Progress progress) {
        progress.step("全部就绪", "everything is ready");
        progress.line("");
        progress.line(
                "  地址：" + system.access().url() + "/",
                "  address: " + system.access().url() + "/");
        Map<String, Login> byRole = new TreeMap<>(Comparator.naturalOrder());
        for (Login login : system.accounts().values()) {
            login.roles().forEach(role -> byRole.putIfAbsent(role, login));
        }
        if (!byRole.isEmpty()) {
            progress.line("  每种角色一个账户：", "  one account of each role:");
            byRole.forEach((role, login) -> progress.line(
                    String.format("    %-14s %-20s %s   %s", role, login.username(), login.password(), login.zh())));
            progress.line(
                    "  全部账户：" + system.access().state().accounts(),
                    "  all accounts: " + system.access().state().accounts());
        }
        progress.line("  停止：Ctrl-C 或 ./whistle down", "  stop: Ctrl-C or ./whistle down");
    }
}
