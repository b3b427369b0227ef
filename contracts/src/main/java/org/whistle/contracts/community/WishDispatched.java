package org.whistle.contracts.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The community offered a wish to be claimed (派单), to everybody or to bodies it names; also again after a claim was given up.
 *
 * @param departments bodies it is offered to; empty for everybody of the area
 */
public record WishDispatched(UUID wishId, List<String> departments, Instant claimBy, Actor by, Instant dispatchedAt)
        implements CommunityEvent {

    public WishDispatched {
        Require.present(wishId, "wishId");
        departments = Require.list(departments, 16, "departments");
        Require.present(claimBy, "claimBy");
        Require.present(by, "by");
        Require.present(dispatchedAt, "dispatchedAt");
    }

    @Override
    public UUID key() {
        return wishId;
    }
}
