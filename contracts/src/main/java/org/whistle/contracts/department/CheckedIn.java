package org.whistle.contracts.department;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * A body called by a whistle is on site (到场签到).
 *
 * @param position where it checked in
 * @param metres distance from the meeting point
 * @param by who checked in
 * @param checkedInAt when it checked in
 */
public record CheckedIn(
        UUID ticketId,
        UUID assignmentId,
        String department,
        Position position,
        int metres,
        Actor by,
        Instant checkedInAt)
        implements DepartmentEvent {

    public CheckedIn {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(position, "position");
        Require.atLeast(metres, 0, "metres");
        Require.present(by, "by");
        Require.present(checkedInAt, "checkedInAt");
    }
}
