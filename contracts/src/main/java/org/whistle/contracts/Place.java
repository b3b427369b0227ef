package org.whistle.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Where a matter lies in the tree of places, as standard codes: district 6 digits, street 9, community 12, grid 15
 * (DOMAIN.md §2). Each code starts with its parent's.
 */
public record Place(String district, String street, String community, String grid) {

    public Place {
        code(district, 6, null, "place.district");
        code(street, 9, district, "place.street");
        code(community, 12, street, "place.community");
        code(grid, 15, community, "place.grid");
    }

    /** The place of a grid code; its ancestors are its prefixes. */
    public static Place ofGrid(String grid) {
        code(grid, 15, null, "place.grid");
        return new Place(grid.substring(0, 6), grid.substring(0, 9), grid.substring(0, 12), grid);
    }

    private static void code(@Nullable String code, int digits, @Nullable String parent, String field) {
        Require.present(code, field);
        if (code.length() != digits || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ContractViolation(field, "must be " + digits + " digits");
        }
        if (parent != null && !code.startsWith(parent)) {
            throw new ContractViolation(field, "does not lie in " + parent);
        }
    }
}
