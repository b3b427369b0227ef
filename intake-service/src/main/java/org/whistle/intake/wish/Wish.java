package org.whistle.intake.wish;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.community.EntriesMatched;
import org.whistle.contracts.community.EntryListed;
import org.whistle.contracts.community.EntryRetired;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.WishClaimed;
import org.whistle.contracts.community.WishDispatched;
import org.whistle.contracts.community.WishDone;
import org.whistle.contracts.community.WishLapsed;
import org.whistle.contracts.community.WishPosted;
import org.whistle.contracts.community.WishReleased;
import org.whistle.contracts.community.WishThanked;
import org.whistle.contracts.community.WishWithdrawn;

/** A small wish (微心愿), by how far it is. */
public sealed interface Wish {

    /** What stays of it, however far it is. */
    Core core();

    /**
     * What a wish is made of.
     *
     * @param area code of its community (12 digits) or grid (15)
     * @param postedBy the account that posted it, for itself or for a resident
     */
    record Core(UUID id, HelpCategory category, String area, String postedBy) {}

    /**
     * Who took it on.
     *
     * @param department the body; null for a volunteer
     * @param resourceId the entry of the list of resources it was matched with; null when there is none
     */
    record Claim(
            String account,
            @Nullable String department,
            @Nullable UUID resourceId) {}

    /** The community has not looked at it yet. */
    record Posted(Core core) implements Wish {}

    /**
     * It can be claimed.
     *
     * @param departments the bodies it is offered to; empty for everybody of its area
     * @param claimBy when it lapses
     */
    record Dispatched(Core core, List<String> departments, Instant claimBy) implements Wish {

        public Dispatched {
            departments = List.copyOf(departments);
        }
    }

    /** Somebody is about to fulfil it. @param departments the bodies it is offered to when the claim ends */
    record Claimed(Core core, List<String> departments, Claim claim) implements Wish {

        public Claimed {
            departments = List.copyOf(departments);
        }
    }

    /** It is fulfilled; whose it is has not said thanks yet. */
    record Done(Core core, Claim claim) implements Wish {}

    /** Nothing more happens to it. */
    record Ended(Core core, Ending ending) implements Wish {}

    /** How a wish ends. */
    enum Ending {
        THANKED,
        WITHDRAWN,
        LAPSED
    }

    /** The wish after an event about it. */
    static Wish evolve(Wish wish, CommunityEvent event) {
        return switch (event) {
            case WishDispatched e -> new Dispatched(wish.core(), e.departments(), e.claimBy());
            case WishClaimed e ->
                new Claimed(wish.core(), wish.offeredTo(), new Claim(e.by().account(), e.department(), e.resourceId()));
            case WishReleased e -> new Dispatched(wish.core(), wish.offeredTo(), e.claimBy());
            case WishDone e when wish instanceof Claimed claimed -> new Done(wish.core(), claimed.claim());
            case WishThanked e -> new Ended(wish.core(), Ending.THANKED);
            case WishWithdrawn e -> new Ended(wish.core(), Ending.WITHDRAWN);
            case WishLapsed e -> new Ended(wish.core(), Ending.LAPSED);
            case WishDone e -> wish;
            case WishPosted e -> wish;
            case EntryListed e -> wish;
            case EntryRetired e -> wish;
            case EntriesMatched e -> wish;
        };
    }

    /** The bodies it is offered to; empty for everybody, and while nobody is asked. */
    default List<String> offeredTo() {
        return switch (this) {
            case Dispatched w -> w.departments();
            case Claimed w -> w.departments();
            case Posted w -> List.of();
            case Done w -> List.of();
            case Ended w -> List.of();
        };
    }
}
