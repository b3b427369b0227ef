package org.whistle.intake.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.ListKind;

/**
 * An entry of a list.
 *
 * @param department the body whose entry it is; null when it is the community's or a volunteer's
 * @param listedBy the account that listed it
 * @param used how many wishes and projects it serves now
 */
public record Entry(
        UUID id,
        ListKind list,
        State state,
        Content content,
        @Nullable String department,
        String listedBy,
        int used) {

    /** How far it is. */
    public enum State {
        OPEN,
        /** A need that a project came of. */
        MET,
        RETIRED
    }

    /**
     * What can be changed of an entry.
     *
     * @param tags words that say more closely what it is about, at most 8
     * @param area code of the place it is for
     * @param title at most 100 characters
     * @param text at most 2 000 characters
     * @param capacity how many it serves at once; 1 for needs and projects
     * @param from from when it holds; null for at once
     * @param until until when it holds; null for no end
     */
    public record Content(
            HelpCategory category,
            List<String> tags,
            String area,
            String title,
            String text,
            int capacity,
            @Nullable Instant from,
            @Nullable Instant until) {

        public Content {
            tags = List.copyOf(tags);
        }
    }

    /** How many more it can serve; at most 0 when none. */
    public int free() {
        return content.capacity() - used;
    }
}
