package org.whistle.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One routing rule: what it looks at, and whom it names.
 *
 * @param id stable id, shown as the reason of an automatic choice
 * @param type issue type it is for
 * @param condition condition it is for; null = any
 * @param place code prefix of the places it is for; null = any
 * @param assetOwner registered owner of the asset it is for; {@link #ANY_OWNER} = whoever it is, but registered; null = any,
 *     also unknown
 * @param lead body that leads; {@link Department#ASSET_OWNER} is resolved through the asset register
 * @param cooperating bodies that cooperate, in order
 * @param joint whether it is handled jointly
 * @param priority 0 to 1000; of the rules that match only those of the highest priority count
 * @param note why, in words
 */
public record RoutingRule(
        String id,
        String type,
        @Nullable String condition,
        @Nullable String place,
        @Nullable String assetOwner,
        String lead,
        List<String> cooperating,
        boolean joint,
        int priority,
        Label note) {

    /** Stands for every registered owner: "a component goes to its owner" is one rule per type. */
    public static final String ANY_OWNER = "*";

    public RoutingRule {
        cooperating = List.copyOf(cooperating);
    }

    /**
     * Whether the rule is for this matter.
     *
     * @param ticketType code of the issue type
     * @param ticketCondition letter of the condition
     * @param ticketPlace code of the place, usually the grid
     * @param ticketOwner registered owner of the asset; null when unknown or no asset
     */
    public boolean matches(
            String ticketType, String ticketCondition, String ticketPlace, @Nullable String ticketOwner) {
        return type.equals(ticketType)
                && (condition == null || condition.equals(ticketCondition))
                && (place == null || ticketPlace.startsWith(place))
                && matchesOwner(ticketOwner);
    }

    private boolean matchesOwner(@Nullable String ticketOwner) {
        if (assetOwner == null) {
            return true;
        }
        return ticketOwner != null && (assetOwner.equals(ANY_OWNER) || assetOwner.equals(ticketOwner));
    }
}
