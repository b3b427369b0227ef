package org.whistle.contracts.community;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;

/**
 * Whose wish it was said thanks and how content they are; with it the wish ends.
 *
 * @param satisfaction how content they are
 */
public record WishThanked(UUID wishId, Satisfaction satisfaction, Actor by, Instant thankedAt)
        implements CommunityEvent {

    public WishThanked {
        Require.present(wishId, "wishId");
        Require.present(satisfaction, "satisfaction");
        Require.present(by, "by");
        Require.present(thankedAt, "thankedAt");
    }

    @Override
    public UUID key() {
        return wishId;
    }
}
