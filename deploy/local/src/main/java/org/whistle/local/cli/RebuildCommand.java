package org.whistle.local.cli;

import java.util.concurrent.Callable;
import org.whistle.local.NumbersRebuild;
import org.whistle.local.SystemAccess;
import org.whistle.local.text.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rebuilds the numbers of the running system from the journal; exit code 0 only when they are what the journal says. */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {

    @Option(names = "--check")
    private boolean check;

    @Override
    public Integer call() throws InterruptedException {
        SystemAccess system = SystemAccess.attach(Main.state().home());
        return new NumbersRebuild(system, new Progress(System.out, Main.language())).run(!check) ? 0 : 1;
    }
}
