package org.whistle.local.cli;

import java.util.concurrent.Callable;
import org.whistle.local.AuditCheck;
import org.whistle.local.SystemAccess;
import org.whistle.local.text.Progress;
import picocli.CommandLine.Command;

/** Verifies the audit chains of the running services; exit code 0 only when all of them are whole. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        SystemAccess system = SystemAccess.attach(Main.state().home());
        return new AuditCheck(system, new Progress(System.out, Main.language())).verify() ? 0 : 1;
    }
}
