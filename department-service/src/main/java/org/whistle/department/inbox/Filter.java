package org.whistle.department.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Urgency;
import org.whistle.department.assignment.Stage;

/**
 * Which assignments of the desk are wanted; null means any.
 *
 * @param openOnly only those with something left to do
 * @param role {@code lead} or {@code cooperating}
 * @param handler account that accepted it
 * @param overdueAt at this instant still open past its limit, or completed past it; a pending return pauses the clock
 * @param whistle whether a whistle calls for it
 * @param area code of the district, street, community or grid it lies in
 */
public record Filter(
        @Nullable Stage stage,
        boolean openOnly,
        @Nullable String role,
        @Nullable Urgency urgency,
        @Nullable UUID ticket,
        @Nullable String department,
        @Nullable String handler,
        @Nullable Instant overdueAt,
        @Nullable Boolean whistle,
        @Nullable String area) {}
