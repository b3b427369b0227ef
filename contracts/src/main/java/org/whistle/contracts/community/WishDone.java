package org.whistle.contracts.community;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * Who claimed the wish fulfilled it.
 */
public record WishDone(UUID wishId, Actor by, Instant doneAt) implements CommunityEvent {

    public WishDone {
        Require.present(wishId, "wishId");
        Require.present(by, "by");
        Require.present(doneAt, "doneAt");
    }

    @Override
    public UUID key() {
        return wishId;
    }
}
