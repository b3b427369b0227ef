package org.whistle.intake.reporter;

import org.jspecify.annotations.Nullable;

/**
 * Who a person is. Never in an event, a log or a metric, and in an answer only to a look that is on record (DOMAIN.md §7).
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
