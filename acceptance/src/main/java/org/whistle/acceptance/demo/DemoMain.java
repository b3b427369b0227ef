package org.whistle.acceptance.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.whistle.acceptance.client.Whistle;
import org.whistle.local.text.LocalException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./whistle demo}: walks one matter through the loop, or replays real requests of another city. */
@Command(
        name = "whistle demo",
        mixinStandardHelpOptions = true,
        description = {
            "演示一件事项走完“收集、发现、分办、处置、反馈”全过程。",
            "Walks one matter through the whole loop, each step with the account of the role whose step it is."
        })
public final class DemoMain implements Callable<Integer> {

    @Nullable
    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "重放 CSV 中的真实诉求 / file the service requests of a CSV file (NYC 311 columns)")
    private Path replay;

    public static void main(String[] args) {
        System.exit(new CommandLine(new DemoMain()).execute(args));
    }

    @Override
    public Integer call() {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Whistle whistle = Whistle.running();
            Steps steps = new Steps(out);
            if (replay != null) {
                new Replay(whistle, steps).run(replay);
            } else {
                new ManholeCover(whistle, steps).run();
            }
            return 0;
        } catch (LocalException e) {
            out.println(e.getMessage());
            return 1;
        } catch (IllegalStateException | UncheckedIOException e) {
            out.println();
            out.println("演示中断 · The demo stopped: " + e.getMessage());
            return 1;
        }
    }
}
