package org.whistle.contracts.community;

import org.whistle.contracts.Message;

/**
 * A fact of order, dispatch and acceptance (点单、派单、接单), on {@link org.whistle.contracts.Topics#COMMUNITY}. Decided by
 * intake-service. What people wrote stays there: a wish tells of somebody's life, and no event does.
 */
public sealed interface CommunityEvent extends Message
        permits WishPosted,
                WishDispatched,
                WishClaimed,
                WishReleased,
                WishDone,
                WishThanked,
                WishWithdrawn,
                WishLapsed,
                EntryListed,
                EntryRetired,
                EntriesMatched {}
