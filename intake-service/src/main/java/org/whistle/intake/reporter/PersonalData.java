package org.whistle.intake.reporter;

import org.jspecify.annotations.Nullable;

/**
 * Who a person is. Never leaves this service, never in an event, a log or an answer (DOMAIN.md §7).
 *
 * @param name at most 64 characters
 * @param phone digits with an optional leading {@code +}
 */
public record PersonalData(@Nullable String name, @Nullable String phone) {

    /** Says nothing, wherever it may be printed. */
    @Override
    public String toString() {
        return "PersonalData[hidden]";
    }
}
