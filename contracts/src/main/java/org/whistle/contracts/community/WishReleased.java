package org.whistle.contracts.community;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * A claim was given up, or taken back by the community; the wish can be claimed again.
 */
public record WishReleased(UUID wishId, Instant claimBy, Actor by, Instant releasedAt) implements CommunityEvent {

    public WishReleased {
        Require.present(wishId, "wishId");
        Require.present(claimBy, "claimBy");
        Require.present(by, "by");
        Require.present(releasedAt, "releasedAt");
    }

    @Override
    public UUID key() {
        return wishId;
    }
}
