package org.whistle.intake.matter;

import java.util.UUID;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterPassedUp;

/** A coordination (协调性) or prominent (突出问题) matter below the street (DOMAIN.md §2). */
public sealed interface Matter {

    /** The id of the report that began it, and of the ticket it may become. */
    UUID id();

    /** The level that has it, or that had it last. */
    ChainLevel level();

    /** A level has it. */
    record Open(UUID id, MatterKind kind, ChainLevel level) implements Matter {}

    /** It was settled below the street and ends there. */
    record Answered(UUID id, ChainLevel level) implements Matter {}

    /** It reached the street and is a ticket. */
    record PassedUp(UUID id) implements Matter {

        @Override
        public ChainLevel level() {
            return ChainLevel.STREET;
        }
    }

    /** The state after an event. */
    static Matter evolve(Matter state, IntakeEvent event) {
        return switch (state) {
            case Open open -> evolve(open, event);
            case Answered ignored -> state;
            case PassedUp ignored -> state;
        };
    }

    private static Matter evolve(Open open, IntakeEvent event) {
        return switch (event) {
            case MatterAnswered answered -> new Answered(open.id(), answered.level());
            case MatterPassedUp passed ->
                passed.to() == ChainLevel.STREET
                        ? new PassedUp(open.id())
                        : new Open(open.id(), open.kind(), passed.to());
            // The resolution is the answer, unless it asks for a ticket.
            case DeliberationHeld held ->
                held.becomesTicket() ? new PassedUp(open.id()) : new Answered(open.id(), open.level());
            case IntakeEvent ignored -> open;
        };
    }
}
