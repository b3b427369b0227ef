package org.whistle.contracts.department;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The department told how far it is; no clock changes.
 *
 * @param note what was done, at most 2 000 characters
 * @param photos ids of photos that department-service keeps
 */
public record ProgressNoted(
        UUID ticketId, UUID assignmentId, String department, String note, List<UUID> photos, Actor by, Instant notedAt)
        implements DepartmentEvent {

    public ProgressNoted {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.text(note, 2000, "note");
        photos = Require.list(photos, 9, "photos");
        Require.present(by, "by");
        Require.present(notedAt, "notedAt");
    }
}
