package org.whistle.contracts.community;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * Nobody claimed the wish in time; the instant is the one it was due at, whenever that was noticed.
 */
public record WishLapsed(UUID wishId, Instant lapsedAt) implements CommunityEvent {

    public WishLapsed {
        Require.present(wishId, "wishId");
        Require.present(lapsedAt, "lapsedAt");
    }

    @Override
    public UUID key() {
        return wishId;
    }
}
