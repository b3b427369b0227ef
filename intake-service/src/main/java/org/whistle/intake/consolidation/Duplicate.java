package org.whistle.intake.consolidation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;

/**
 * An open ticket that may be the same matter as another.
 *
 * @param type the type it has now
 * @param state word of its fate
 * @param version of its fate; what a merge of it names
 */
public record Duplicate(
        UUID ticketId,
        String ticketNo,
        String type,
        @Nullable String condition,
        String state,
        long version,
        String text,
        Place place,
        Position position,
        @Nullable String address,
        Instant filedAt) {

    /** Two tickets of one type, near each other in place and time. */
    public record Pair(Duplicate one, Duplicate other, Likeness likeness) {}
}
