package org.whistle.chassis.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): sorted by time, so that an index grows at its end. */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A new id; safe to call from any thread. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
