package org.whistle.feedback.loop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.RoutineRegistered;

/** How a loop begins: as a ticket, as a routine matter, or below the street. */
final class Beginning {

    private Beginning() {}

    /** The first event of a ticket. */
    static Step of(JournalEvent event) {
        return switch (event) {
            case ReportFiled filed ->
                new Step.Moved(new Loop.Reported(
                        matter(
                                filed.ticketId(),
                                filed.ticketNo(),
                                filed.matter(),
                                filed.type(),
                                filed.condition(),
                                filed.urgency(),
                                filed.place(),
                                filed.position(),
                                filed.filedBy(),
                                filed.filedAt()),
                        filed.filedAt()));
            case RoutineRegistered routine ->
                new Step.Moved(new Loop.Registered(matter(
                        routine.ticketId(),
                        routine.ticketNo(),
                        MatterKind.ROUTINE,
                        routine.type(),
                        routine.condition(),
                        null,
                        routine.place(),
                        routine.position(),
                        routine.filedBy(),
                        routine.filedAt())));
            case MatterOpened opened ->
                new Step.Moved(new Loop.Registered(matter(
                        opened.ticketId(),
                        opened.ticketNo(),
                        opened.matter(),
                        opened.type(),
                        opened.condition(),
                        null,
                        opened.place(),
                        opened.position(),
                        opened.filedBy(),
                        opened.filedAt())));
            case JournalEvent other -> new Step.Misplaced("nothing is known of this ticket");
        };
    }

    /** A matter that was taken up below the street becomes a ticket, at the street or by a deliberation. */
    static Step filed(Loop loop, ReportFiled event) {
        return loop instanceof Loop.Registered(Matter matter) && matter.kind() != MatterKind.ROUTINE
                ? new Step.Moved(new Loop.Reported(
                        matter.filed(event.type(), event.condition(), event.urgency()), event.filedAt()))
                : new Step.Known("filed already");
    }

    private static Matter matter(
            UUID ticketId,
            String ticketNo,
            MatterKind kind,
            @Nullable String type,
            @Nullable String condition,
            @Nullable Urgency urgency,
            Place place,
            Position position,
            String filedBy,
            Instant filedAt) {
        return new Matter(
                ticketId,
                ticketNo,
                kind,
                type,
                condition,
                urgency,
                place.grid(),
                position,
                filedBy,
                filedAt,
                0,
                List.of(),
                0,
                0,
                0,
                null,
                null,
                null);
    }
}
