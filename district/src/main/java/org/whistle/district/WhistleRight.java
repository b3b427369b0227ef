package org.whistle.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom people below the street may whistle for (小区党支部吹哨、居民吹哨). The street may whistle for anybody.
 *
 * @param role who may: branch, community or resident
 * @param kind with which whistle: {@code branch} or {@code residents}
 * @param place code of the place it holds in; null for the whole district. The most exact place counts alone
 * @param bodies codes of the bodies that come; holds {@value #ANY} for every body
 */
public record WhistleRight(Role role, String kind, @Nullable String place, List<String> bodies) {

    /** Stands for every body of the district. */
    public static final String ANY = "*";

    /** The whistle of a residential-area branch. */
    public static final String BRANCH = "branch";

    /** The residents' whistle to the property company. */
    public static final String RESIDENTS = "residents";

    /** What holds in a district that says nothing about it. */
    static final List<WhistleRight> DEFAULTS = List.of(
            new WhistleRight(Role.BRANCH, BRANCH, null, List.of(ANY)),
            new WhistleRight(Role.COMMUNITY, BRANCH, null, List.of(ANY)),
            new WhistleRight(Role.BRANCH, RESIDENTS, null, List.of("property")),
            new WhistleRight(Role.COMMUNITY, RESIDENTS, null, List.of("property")),
            new WhistleRight(Role.RESIDENT, RESIDENTS, null, List.of("property")));

    public WhistleRight {
        bodies = List.copyOf(bodies);
    }

    boolean holdsIn(String at) {
        return place == null || at.startsWith(place);
    }

    int exactness() {
        return place == null ? 0 : place.length();
    }
}
