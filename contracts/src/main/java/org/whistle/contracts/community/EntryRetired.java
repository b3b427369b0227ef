package org.whistle.contracts.community;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * An entry no longer holds: taken off its list, or a project that has ended.
 */
public record EntryRetired(UUID entryId, ListKind list, Actor by, Instant retiredAt) implements CommunityEvent {

    public EntryRetired {
        Require.present(entryId, "entryId");
        Require.present(list, "list");
        Require.present(by, "by");
        Require.present(retiredAt, "retiredAt");
    }

    @Override
    public UUID key() {
        return entryId;
    }
}
