package org.whistle.intake.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.district.Role;

/** The chain that a matter goes up, by the roles of the realm (DOMAIN.md §2). */
public final class Chain {

    /** The role of a residential-area branch (小区党支部). */
    public static final String BRANCH_ROLE = Role.BRANCH.code();

    /** Role to where what its holder files begins; of several roles the highest counts. */
    private static final Map<String, ChainLevel> BEGINS = begins();

    /** Level to the roles that act for it. Where a residential area has no branch, the community coordinates. */
    private static final Map<ChainLevel, Set<String>> ROLES = Map.of(
            ChainLevel.UNIT_STEWARD, Set.of(Roles.UNIT_STEWARD),
            ChainLevel.BUILDING_HEAD, Set.of(Roles.BUILDING_HEAD),
            ChainLevel.GRID_WORKER, Set.of(Roles.GRID_WORKER),
            ChainLevel.BRANCH, Set.of(BRANCH_ROLE, Roles.COMMUNITY),
            ChainLevel.COMMUNITY, Set.of(Roles.COMMUNITY));

    private Chain() {}

    private static Map<String, ChainLevel> begins() {
        Map<String, ChainLevel> begins = new LinkedHashMap<>();
        // The hotline's clerk sits above the street, the dispatcher in it: nobody below is asked first.
        begins.put(Roles.DISPATCHER, ChainLevel.STREET);
        begins.put(Roles.CALL_AGENT, ChainLevel.STREET);
        begins.put(Roles.COMMUNITY, ChainLevel.COMMUNITY);
        begins.put(BRANCH_ROLE, ChainLevel.BRANCH);
        // Taken by the grid worker, coordinated by the branch.
        begins.put(Roles.GRID_WORKER, ChainLevel.BRANCH);
        begins.put(Roles.BUILDING_HEAD, ChainLevel.BUILDING_HEAD);
        begins.put(Roles.UNIT_STEWARD, ChainLevel.UNIT_STEWARD);
        return begins;
    }

    /** Where a coordination matter begins that a caller with these roles files; a resident's at the grid worker. */
    public static ChainLevel beginsFor(Set<String> roles) {
        return BEGINS.entrySet().stream()
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
