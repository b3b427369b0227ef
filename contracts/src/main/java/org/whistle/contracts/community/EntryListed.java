package org.whistle.contracts.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * An entry of a list of needs, resources or projects was made or changed; this is how it stands now.
 *
 * @param tags words that say more closely what it is about, at most 8
 * @param area code of the place it is for
 * @param department body whose entry it is; absent when it is the community's
 * @param capacity how many it can serve at once
 * @param from from when it holds; null for at once
 * @param until until when it holds; null for no end
 */
public record EntryListed(
        UUID entryId,
        ListKind list,
        HelpCategory category,
        List<String> tags,
        String area,
        @Nullable String department,
        int capacity,
        @Nullable Instant from,
        @Nullable Instant until,
        Actor by,
        Instant listedAt)
        implements CommunityEvent {

    public EntryListed {
        Require.present(entryId, "entryId");
        Require.present(list, "list");
        Require.present(category, "category");
        tags = Require.list(tags, 8, "tags");
        Require.text(area, 15, "area");
        Require.optionalText(department, 64, "department");
        Require.atLeast(capacity, 1, "capacity");
        Require.present(by, "by");
        Require.present(listedAt, "listedAt");
    }

    @Override
    public UUID key() {
        return entryId;
    }
}
