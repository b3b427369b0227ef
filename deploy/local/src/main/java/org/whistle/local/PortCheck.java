package org.whistle.local;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.whistle.local.process.PortOwner;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/** Looks whether all ports are free before anything is started. */
final class PortCheck {

    private static final int STEP = 1_000;
    private static final int HIGHEST = 60_000;
    private static final String LOCAL = "127.0.0.1";

    private PortCheck() {}

    /**
     * Refuses to start on a port that somebody else has.
     *
     * @throws LocalException naming the port, who has it where that can be known, and how to go on
     */
    static void check(Options options, Ports ports) {
        for (Map.Entry<String, Integer> use : ports.of(options.parts()).entrySet()) {
            int port = use.getValue();
            if (!Ports.isFree(port == ports.base() ? options.bind() : LOCAL, port)) {
                throw taken(port, use.getKey(), ports);
            }
        }
    }

    private static LocalException taken(int port, String use, Ports ports) {
        Optional<String> owner = PortOwner.of(port);
        int other = elsewhere(ports);
        return new LocalException(new Text(
                "端口 " + port + "（" + use + " 要用）已被占用"
                        + owner.map(who -> "，占用者：" + who).orElse("") + "。换一组端口：./whistle up --port " + other
                        + "（连续使用 10 个端口）。",
                "port " + port + ", wanted by " + use + ", is taken"
                        + owner.map(who -> " by " + who).orElse("") + ". Use others: ./whistle up --port " + other
                        + " (ten in a row)."));
    }

    private static int elsewhere(Ports ports) {
        return Stream.iterate(ports.base() + STEP, port -> port < HIGHEST, port -> port + STEP)
                .map(Ports::new)
                .filter(other -> other.all().values().stream().allMatch(port -> Ports.isFree(LOCAL, port)))
                .findFirst()
                .map(Ports::base)
                .orElseGet(() -> Ports.ephemeral().base());
    }
}
