package org.whistle.contracts.community;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * A person accepted that a resource meets a need; the project that comes of it stands on the list of projects.
 *
 * @param score how well they fit, 0 to 100
 */
public record EntriesMatched(UUID projectId, UUID needId, UUID resourceId, int score, Actor by, Instant matchedAt)
        implements CommunityEvent {

    public EntriesMatched {
        Require.present(projectId, "projectId");
        Require.present(needId, "needId");
        Require.present(resourceId, "resourceId");
        Require.atLeast(score, 0, "score");
        Require.present(by, "by");
        Require.present(matchedAt, "matchedAt");
    }

    @Override
    public UUID key() {
        return projectId;
    }
}
