package org.whistle.feedback.tracking;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something reporters are told in words.
 *
 * @param source the body's part it tells of, or the ticket
 * @param department the body that says it; null for the street and those below it
 * @param text in words; numbers that name a person are not in it
 */
public record Told(
        UUID ticketId, UUID source, Kind kind, @Nullable String department, String text, Instant at) {

    /** Chinese mobile numbers and identity cards: written for the file, not for everybody who has the code. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?<![0-9])(?:(?:\\+?86)?1[3-9][0-9]{9}|[0-9]{17}[0-9Xx])(?![0-9])");

    public Told {
        text = PERSONAL.matcher(text).replaceAll("***");
    }

    /** What it tells. */
    public enum Kind {
        /** What a body did. */
        COMPLETED,
        /** Where the matter belongs instead. */
        NOT_ACCEPTED,
        /** How the chain below the street settled it, without a ticket. */
        SETTLED
    }
}
