package org.whistle.intake.report.store;

import java.util.List;
import java.util.UUID;

/**
 * A report of the same person, type and place that came before.
 *
 * @param account who filed it
 * @param grid where it lies
 */
public record Earlier(UUID id, String account, String grid) {

    /** Those that a viewer may see, newest first. */
    public static List<UUID> seenBy(Viewer viewer, List<Earlier> earlier) {
        return earlier.stream()
                .filter(report -> viewer.sees(report.account(), report.grid(), List.of()))
                .map(Earlier::id)
                .toList();
    }
}
