package org.whistle.contracts.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Require;
import org.whistle.contracts.intake.Reporter;

/**
 * A small wish (微心愿) was posted, by a resident or for one.
 *
 * @param tags words that say more closely what it is about, at most 8
 * @param area code of the place it is for
 * @param poster whose wish it is, without anything personal
 */
public record WishPosted(
        UUID wishId, HelpCategory category, List<String> tags, String area, Reporter poster, Instant postedAt)
        implements CommunityEvent {

    public WishPosted {
        Require.present(wishId, "wishId");
        Require.present(category, "category");
        tags = Require.list(tags, 8, "tags");
        Require.text(area, 15, "area");
        Require.present(poster, "poster");
        Require.present(postedAt, "postedAt");
    }

    @Override
    public UUID key() {
        return wishId;
    }
}
