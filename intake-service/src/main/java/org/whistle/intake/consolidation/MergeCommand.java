package org.whistle.intake.consolidation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;

/** What the community or the street does with tickets that may be the same matter. */
public sealed interface MergeCommand {

    /** Who does it. */
    Actor by();

    /** When. */
    Instant at();

    /**
     * They are the same; the ticket goes on in the other.
     *
     * @param into the other; null when there is none such in the caller's area
     * @param reason why they are the same, at most 2 000 characters
     */
    record Merge(@Nullable Standing into, String reason, Actor by, Instant at) implements MergeCommand {}

    /** They are not. @param reason why not, at most 2 000 characters */
    record Unmerge(String reason, Actor by, Instant at) implements MergeCommand {}
}
