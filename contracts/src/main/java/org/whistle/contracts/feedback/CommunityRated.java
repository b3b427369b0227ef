package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.ContractViolation;
import org.whistle.contracts.Require;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;

/**
 * The community where a ticket lies rates one body's completed part (社区评价部门).
 *
 * @param community code of the community, 12 digits
 * @param rating the rating
 * @param comment words to it; absent when there were none, at most 500 characters
 * @param ratedBy who rated it
 * @param ratedAt when it was rated
 */
public record CommunityRated(
        UUID ticketId,
        UUID assignmentId,
        String department,
        String community,
        Satisfaction rating,
        @Nullable String comment,
        Actor ratedBy,
        Instant ratedAt)
        implements FeedbackEvent {

    private static final Pattern COMMUNITY = Pattern.compile("[0-9]{12}");

    public CommunityRated {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        if (!COMMUNITY.matcher(Require.present(community, "community")).matches()) {
            throw new ContractViolation("community", "must be 12 digits");
        }
        Require.present(rating, "rating");
        Require.optionalText(comment, 500, "comment");
        Require.present(ratedBy, "ratedBy");
        Require.present(ratedAt, "ratedAt");
    }
}
