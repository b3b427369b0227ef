package org.whistle.contracts.department;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * A body asked by an identification whistle says whether the asset is its own; its part is then done.
 *
 * @param mine whether the asset is its own
 * @param basis what it looked at, at most 2 000 characters
 * @param by who answered
 * @param answeredAt when it was answered
 */
public record OwnershipAnswered(
        UUID ticketId, UUID assignmentId, String department, boolean mine, String basis, Actor by, Instant answeredAt)
        implements DepartmentEvent {

    public OwnershipAnswered {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.text(basis, 2000, "basis");
        Require.present(by, "by");
        Require.present(answeredAt, "answeredAt");
    }
}
