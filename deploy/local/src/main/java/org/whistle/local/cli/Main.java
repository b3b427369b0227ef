package org.whistle.local.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.whistle.district.DistrictException;
import org.whistle.district.Problem;
import org.whistle.local.part.BuildOutput;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.Language;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the start script calls; its help is the script's. Exit code 0 = done, 1 = not, 2 = asked wrongly. */
@Command(
        name = "whistle",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LoadCommand.class,
            AuditCommand.class,
            RebuildCommand.class
        })
public final class Main {

    private static final int PROBLEMS_SHOWN = 20;

    private Main() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
            switch (failure) {
                case LocalException local -> {
                    err.println(local.text().in(language()));
                    local.details().forEach(detail -> err.println("    " + detail));
                }
                case DistrictException district -> err.println(problems(district));
                default -> failure.printStackTrace(err);
            }
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    /** The language of the terminal. */
    static Language language() {
        return Language.of(System.getenv());
    }

    /** The state folder the environment names. */
    static StateDir state() {
        return StateDir.of(System.getenv(), BuildOutput.root());
    }

    private static String problems(DistrictException district) {
        return new Text(
                                "区县数据有 " + district.problems().size() + " 处问题：",
                                "the district's files have "
                                        + district.problems().size() + " problems:")
                        .in(language())
                + district.problems().stream()
                        .limit(PROBLEMS_SHOWN)
                        .map(Problem::toString)
                        .collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}
