package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * The district fixed the owner of an asset for good, by an identification whistle or as the backstop (兜底).
 *
 * @param position where the asset lies
 * @param reason why this body is the owner, at most 2 000 characters
 * @param registeredAt when it was fixed
 */
public record AssetOwnerRegistered(
        UUID ticketId,
        String assetId,
        String department,
        Position position,
        String reason,
        Actor by,
        Instant registeredAt)
        implements DispatchEvent {

    public AssetOwnerRegistered {
        Require.present(ticketId, "ticketId");
        Require.text(assetId, 64, "assetId");
        Require.text(department, 64, "department");
        Require.present(position, "position");
        Require.text(reason, 2000, "reason");
        Require.present(by, "by");
        Require.present(registeredAt, "registeredAt");
    }
}
