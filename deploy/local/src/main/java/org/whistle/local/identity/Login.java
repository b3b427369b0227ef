package org.whistle.local.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.district.Account;
import org.whistle.district.Role;

/**
 * An account with the password that was made for it here.
 *
 * @param username login name
 * @param password its password
 * @param zh display name in Chinese
 * @param en display name in English
 * @param roles codes of its roles
 * @param areas codes of the places it sees
 * @param department body it works for; null = none
 */
public record Login(
        String username,
        String password,
        String zh,
        String en,
        Set<String> roles,
        List<String> areas,
        @Nullable String department) {

    public Login {
        roles = Set.copyOf(roles);
        areas = List.copyOf(areas);
    }

    static Login of(Account account, String password) {
        return new Login(
                account.username(),
                password,
                account.name().zh(),
                account.name().en(),
                Set.copyOf(account.roles().stream().map(Role::code).toList()),
                account.areas(),
                account.department());
    }

    /** Whether it has a role. */
    public boolean has(String role) {
        return roles.contains(role);
    }
}
