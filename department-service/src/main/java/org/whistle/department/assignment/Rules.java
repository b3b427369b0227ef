package org.whistle.department.assignment;

import java.util.Set;

/**
 * What a city may set differently.
 *
 * @param completionPhotosMin how many photos a completion needs, 0 to 9; above 0 a department's own system can no
 *     longer complete over its reply topic, because answers carry no photos
 * @param returnRoles who may ask for a return; one of the roles is enough
 */
public record Rules(int completionPhotosMin, Set<String> returnRoles) {

    /** @throws IllegalArgumentException when a bound is broken */
    public Rules {
        if (completionPhotosMin < 0 || completionPhotosMin > 9) {
            throw new IllegalArgumentException("completionPhotosMin must lie between 0 and 9");
        }
        if (returnRoles.isEmpty()) {
            throw new IllegalArgumentException("returnRoles must not be empty");
        }
        returnRoles = Set.copyOf(returnRoles);
    }
}
