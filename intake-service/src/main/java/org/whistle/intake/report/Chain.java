package org.whistle.intake.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.intake.ChainLevel;

/** The chain that a matter goes up, by the roles of the realm (DOMAIN.md §2). */
public final class Chain {

    /** Role to the lowest level its holder may leave a coordination matter to; of several roles the highest counts. */
    private static final Map<String, ChainLevel> LOWEST = lowest();

    /** Level to the roles that act for it. Where a residential area has no branch, the community coordinates. */
    private static final Map<ChainLevel, Set<String>> ROLES = Map.of(
            ChainLevel.UNIT_STEWARD, Set.of(Roles.UNIT_STEWARD),
            ChainLevel.BUILDING_HEAD, Set.of(Roles.BUILDING_HEAD),
            ChainLevel.GRID_WORKER, Set.of(Roles.GRID_WORKER),
            ChainLevel.BRANCH, Set.of(Roles.BRANCH, Roles.COMMUNITY),
            ChainLevel.COMMUNITY, Set.of(Roles.COMMUNITY));

    private Chain() {}

    private static Map<String, ChainLevel> lowest() {
        Map<String, ChainLevel> lowest = new LinkedHashMap<>();
        // The hotline's clerk sits above the street, the dispatcher in it: nobody below is asked first.
        lowest.put(Roles.DISPATCHER, ChainLevel.STREET);
        lowest.put(Roles.CALL_AGENT, ChainLevel.STREET);
        lowest.put(Roles.COMMUNITY, ChainLevel.COMMUNITY);
        lowest.put(Roles.BRANCH, ChainLevel.BRANCH);
        // Taken by the grid worker, coordinated by the branch.
        lowest.put(Roles.GRID_WORKER, ChainLevel.BRANCH);
        lowest.put(Roles.BUILDING_HEAD, ChainLevel.BUILDING_HEAD);
        lowest.put(Roles.UNIT_STEWARD, ChainLevel.UNIT_STEWARD);
        return lowest;
    }

    /**
     * The lowest level to which a caller with these roles may leave a coordination matter: nobody hands it below where
     * it already is. A resident's goes to the grid worker at least.
     */
    public static ChainLevel lowestFor(Set<String> roles) {
        return LOWEST.entrySet().stream()
                .filter(entry -> roles.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ChainLevel.GRID_WORKER);
    }

    /** Whether a caller with these roles acts for a level; for the street and the district nobody does here. */
    public static boolean actsFor(Set<String> roles, ChainLevel level) {
        return ROLES.getOrDefault(level, Set.of()).stream().anyMatch(roles::contains);
    }

    /** The level above; empty above the district. */
    public static Optional<ChainLevel> above(ChainLevel level) {
        ChainLevel[] levels = ChainLevel.values();
        return level.ordinal() + 1 < levels.length ? Optional.of(levels[level.ordinal() + 1]) : Optional.empty();
    }
}
