package org.whistle.feedback.sla;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;

/**
 * What a report is about.
 *
 * @param cuts instants that cut the time into periods: the first is from, the last is to; at least two, rising
 * @param place code of a street, community or grid, or null
 * @param department code of a body, {@code none} for what no body has, or null
 * @param type code of an issue type, {@code none} for what has none, or null
 * @param scope what the caller may see
 */
public record SlaFilter(
        List<Instant> cuts,
        @Nullable String place,
        @Nullable String department,
        @Nullable String type,
        AreaScope scope) {

    public SlaFilter {
        cuts = List.copyOf(cuts);
        if (cuts.size() < 2) {
            throw new IllegalArgumentException("a report needs a beginning and an end");
        }
    }

    /** The first instant that counts. */
    public Instant from() {
        return cuts.getFirst();
    }

    /** The first instant that no longer counts. */
    public Instant to() {
        return cuts.getLast();
    }
}
