package org.whistle.intake.consolidation;

import java.util.Objects;
import java.util.UUID;
import org.whistle.contracts.Place;
import org.whistle.intake.fate.Fate;

/**
 * How a ticket stands.
 *
 * @param ticket whether it is one; otherwise a matter that the chain below the street still has
 */
public record Standing(UUID id, String ticketNo, Place place, boolean ticket, Fate fate) {

    /** Whether it was merged into another. */
    boolean isMerged() {
        return fate.state() == Fate.State.MERGED;
    }

    /** The ticket it was merged into. */
    UUID mergedInto() {
        return Objects.requireNonNull(fate.mergedInto());
    }
}
