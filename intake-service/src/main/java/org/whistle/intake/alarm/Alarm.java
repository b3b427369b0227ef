package org.whistle.intake.alarm;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MarkedSafe;

/** An emergency (突发性) as the alarmed levels follow it, beside the handling of its ticket (DOMAIN.md §2). */
public sealed interface Alarm {

    /** The ticket it is about. */
    UUID ticketId();

    /** The danger lasts. @param acknowledged the levels that know and act */
    record Raised(UUID ticketId, Set<AlarmLevel> acknowledged) implements Alarm {

        public Raised {
            acknowledged = Set.copyOf(acknowledged);
        }

        /** Whether every level knows. */
        public boolean isKnownToAll() {
            return acknowledged.size() == AlarmLevel.values().length;
        }

        Raised with(AlarmLevel level) {
            Set<AlarmLevel> next = EnumSet.of(level);
            next.addAll(acknowledged);
            return new Raised(ticketId, next);
        }
    }

    /** The danger is over. */
    record Safe(UUID ticketId) implements Alarm {}

    /** The state after an event. */
    static Alarm evolve(Alarm state, IntakeEvent event) {
        return switch (state) {
            case Raised raised ->
                switch (event) {
                    case AlarmAcknowledged acknowledged -> raised.with(acknowledged.level());
                    case MarkedSafe ignored -> new Safe(raised.ticketId());
                    case IntakeEvent ignored -> raised;
                };
            case Safe safe -> safe;
        };
    }
}
