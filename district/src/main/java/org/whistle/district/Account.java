package org.whistle.district;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One account for the identity provider. Passwords are never part of a district.
 *
 * @param username login name, unique: lower-case letters, digits and hyphens
 * @param name display name
 * @param roles its roles, at least one
 * @param areas codes of the places it sees, at least one
 * @param department body it works for; null = none; always given for handlers and managers
 * @param note what the account is for
 */
public record Account(
        String username,
        Label name,
        Set<Role> roles,
        List<String> areas,
        @Nullable String department,
        String note) {

    public Account {
        roles = Set.copyOf(roles);
        areas = List.copyOf(areas);
    }
}
