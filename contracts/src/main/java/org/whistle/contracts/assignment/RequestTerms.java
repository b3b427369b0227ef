package org.whistle.contracts.assignment;

import java.time.Instant;
import org.whistle.contracts.Require;

/**
 * What a department may ask for on one leg, by the policy of its ticket (DOMAIN.md §4).
 *
 * @param extensionsLeft how many extensions may still be granted
 * @param suspensionsLeft how many suspensions may still be granted
 * @param suspendUntil the latest end a suspension may have
 * @param checkInMetres how far from a whistle's meeting point a check-in may be
 */
public record RequestTerms(int extensionsLeft, int suspensionsLeft, Instant suspendUntil, int checkInMetres) {

    public RequestTerms {
        Require.atLeast(extensionsLeft, 0, "terms.extensionsLeft");
        Require.atLeast(suspensionsLeft, 0, "terms.suspensionsLeft");
        Require.present(suspendUntil, "terms.suspendUntil");
        Require.atLeast(checkInMetres, 1, "terms.checkInMetres");
    }
}
