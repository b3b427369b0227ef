package org.whistle.chassis.audit;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be put on record: somebody did something to something. Nothing personal of a reporter belongs in here.
 *
 * @param at when, in whole microseconds, as the database keeps it
 * @param actor the account; {@code system} for what the software does by itself
 * @param department the account's department, when it belongs to one
 * @param action what was done, in lower case with hyphens ({@code return-approved})
 * @param subjectType what it was done to ({@code ticket}, {@code district}, {@code dead-letter})
 * @param subjectId which of them
 * @param detail the rest, as a JSON object
 */
public record AuditEntry(
        Instant at,
        String actor,
        @Nullable String department,
        String action,
        String subjectType,
        String subjectId,
        String detail) {

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** An entry of a person's act. */
    public static AuditEntry of(
            Instant at,
            String actor,
            @Nullable String department,
            String action,
            String subjectType,
            Object subjectId,
            JsonObject detail) {
        return new AuditEntry(at, actor, department, action, subjectType, subjectId.toString(), detail.encode());
    }
}
