package org.whistle.department.assignment.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;

/**
 * What the manager or the street said to a request.
 *
 * @param by the manager who declined; null for the street, whose people the department is not told
 * @param until when a granted suspension ends; null otherwise
 */
public record RequestAnswer(
        @Nullable Actor by,
        @Nullable String reason,
        @Nullable Instant until,
        Instant at) {}
