package org.whistle.chassis.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): sorted by time, so that an index grows at its end. */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    /** A new id; safe to call from any thread. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** What sorts before every id made at this instant or later, and behind most made earlier; for searching by age. */
    public static UUID firstAt(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | VERSION_7, VARIANT);
    }
}
