package org.whistle.department.assignment.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.department.assignment.Request;

/**
 * What one batch does to one request.
 *
 * @param state where it is after it
 * @param request it as it is now, or null when it is as it was
 * @param answer what was answered, or null when nothing was
 * @param changedAt when it came to this state
 */
record RequestChange(
        UUID requestId,
        RequestState state,
        @Nullable Request request,
        @Nullable RequestAnswer answer,
        Instant changedAt) {

    /** This, and then what follows on it in the same batch. */
    RequestChange then(RequestChange next) {
        return new RequestChange(
                requestId,
                next.state,
                next.request == null ? request : next.request,
                next.answer == null ? answer : next.answer,
                next.changedAt);
    }
}
