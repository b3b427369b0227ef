package org.whistle.intake.reporter;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.whistle.contracts.TrackingCode;

/**
 * The code of each report, always the same, made of its id by a keyed hash: it is stored nowhere and can be told again, and
 * without the key nobody can tell it from a random one.
 */
public final class TrackingCodes {

    private final MacKey key;

    public TrackingCodes(DataKey key) {
        this.key = key.macKeyFor("whistle/intake/tracking/1");
    }

    /** The code of a report. */
    public TrackingCode of(UUID reportId) {
        return TrackingCode.of(key.hash(reportId.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
