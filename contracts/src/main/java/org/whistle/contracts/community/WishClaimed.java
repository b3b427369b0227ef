package org.whistle.contracts.community;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * Somebody took a wish on (接单): a volunteer, or a body.
 *
 * @param department body that claimed it; absent when a volunteer did
 * @param resourceId entry of the list of resources that meets it; null when none was matched
 */
public record WishClaimed(
        UUID wishId, @Nullable String department, @Nullable UUID resourceId, Actor by, Instant claimedAt)
        implements CommunityEvent {

    public WishClaimed {
        Require.present(wishId, "wishId");
        Require.optionalText(department, 64, "department");
        Require.present(by, "by");
        Require.present(claimedAt, "claimedAt");
    }

    @Override
    public UUID key() {
        return wishId;
    }
}
