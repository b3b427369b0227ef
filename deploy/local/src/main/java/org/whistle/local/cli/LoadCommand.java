package org.whistle.local.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.whistle.local.DistrictLoader;
import org.whistle.local.SystemAccess;
import org.whistle.local.text.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads a city's own district into the running system. */
@Command(name = "load")
final class LoadCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        SystemAccess system = SystemAccess.attach(Main.state().home());
        Progress progress = new Progress(System.out, Main.language());
        new DistrictLoader(system, progress).load(folder);
        progress.step("完成", "done");
        return 0;
    }
}
