package org.whistle.intake.matter.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterPassedUp;

/**
 * What a level did with a matter.
 *
 * @param happened {@code answered}, {@code passed-up} or {@code deliberated}
 * @param level the level that did it
 * @param to the level that has it since; null unless it was passed up
 * @param text the answer, the reason or the resolution
 * @param participants how many deliberated; null unless they did
 * @param options what was put to the choice
 * @param account who recorded it
 */
public record Step(
        String happened,
        ChainLevel level,
        @Nullable ChainLevel to,
        String text,
        @Nullable Integer participants,
        List<String> options,
        String account,
        Instant at) {

    public Step {
        options = List.copyOf(options);
    }

    /** The step that an event of the chain tells of, of a matter at a level. */
    static Step of(IntakeEvent event, ChainLevel level) {
        return switch (event) {
            case MatterAnswered answered ->
                new Step(
                        "answered",
                        answered.level(),
                        null,
                        answered.answer(),
                        null,
                        List.of(),
                        answered.by().account(),
                        answered.answeredAt());
            case MatterPassedUp passed ->
                new Step(
                        "passed-up",
                        passed.from(),
                        passed.to(),
                        passed.reason(),
                        null,
                        List.of(),
                        passed.by().account(),
                        passed.passedAt());
            case DeliberationHeld held ->
                new Step(
                        "deliberated",
                        level,
                        held.becomesTicket() ? ChainLevel.STREET : null,
                        held.resolution(),
                        held.participants(),
                        held.options(),
                        held.by().account(),
                        held.heldAt());
            case IntakeEvent other -> throw new IllegalStateException("no step of the chain: " + other.getClass());
        };
    }

    static Step of(Row row) {
        String to = row.getString("to_level");
        String[] options = row.getArrayOfStrings("options");
        return new Step(
                row.getString("happened"),
                ChainLevel.valueOf(row.getString("level")),
                to == null ? null : ChainLevel.valueOf(to),
                row.getString("text"),
                row.getInteger("participants"),
                options == null ? List.of() : List.of(options),
                row.getString("account"),
                row.getOffsetDateTime("at").toInstant());
    }
}
