package org.whistle.acceptance;

import java.nio.file.Path;
import org.whistle.acceptance.client.Whistle;
import org.whistle.local.LocalSystem;
import org.whistle.local.Options;
import org.whistle.local.SystemAccess;

/** The packaged services with their real stores, started once for all whole-system tests of this build. */
final class Running {

    private static final LocalSystem SYSTEM =
            LocalSystem.start(Options.in(Path.of("target", "system")).withFresh(true));

    private Running() {}

    /** The system; it ends with this JVM. */
    static LocalSystem system() {
        return SYSTEM;
    }

    static SystemAccess access() {
        return SYSTEM.access();
    }

    static Whistle whistle() {
        return new Whistle(SYSTEM.access());
    }
}
