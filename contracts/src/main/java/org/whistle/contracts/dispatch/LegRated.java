package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;

/**
 * The street rates one body's part in a whistle or ticket (街道评价部门).
 *
 * @param rating the rating
 * @param comment words to it; absent when there were none, at most 500 characters
 * @param ratedBy who rated it
 * @param ratedAt when it was rated
 */
public record LegRated(
        UUID ticketId,
        UUID assignmentId,
        String department,
        Satisfaction rating,
        @Nullable String comment,
        Actor ratedBy,
        Instant ratedAt)
        implements DispatchEvent {

    public LegRated {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(rating, "rating");
        Require.optionalText(comment, 500, "comment");
        Require.present(ratedBy, "ratedBy");
        Require.present(ratedAt, "ratedAt");
    }
}
