package org.whistle.contracts.community;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The wish was taken back before anybody fulfilled it, by whose it is or by the community.
 */
public record WishWithdrawn(UUID wishId, Actor by, Instant withdrawnAt) implements CommunityEvent {

    public WishWithdrawn {
        Require.present(wishId, "wishId");
        Require.present(by, "by");
        Require.present(withdrawnAt, "withdrawnAt");
    }

    @Override
    public UUID key() {
        return wishId;
    }
}
