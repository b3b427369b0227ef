package org.whistle.contracts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whistle.contracts.assignment.*;
import org.whistle.contracts.department.*;
import org.whistle.contracts.dispatch.*;
import org.whistle.contracts.feedback.*;
import org.whistle.contracts.intake.*;
import org.whistle.contracts.reply.*;

/**
 * The wire name of every message ({@code ce_type}) and the record behind it. A breaking change is a new name; Java
 * class names never stand on the wire.
 */
public final class EventTypes {

    private static final Map<Class<? extends Message>, EventType> BY_CLASS = Stream.of(
                    type("whistle.intake.report-filed.v1", ReportFiled.class),
                    type("whistle.intake.routine-registered.v1", RoutineRegistered.class),
                    type("whistle.intake.report-joined.v1", ReportJoined.class),
                    type("whistle.dispatch.ticket-queued.v1", TicketQueued.class),
                    type("whistle.dispatch.ticket-dispatched.v1", TicketDispatched.class),
                    type("whistle.dispatch.ticket-not-accepted.v1", TicketNotAccepted.class),
                    type("whistle.dispatch.handling-paused.v1", HandlingPaused.class),
                    type("whistle.dispatch.return-approved.v1", ReturnApproved.class),
                    type("whistle.dispatch.return-refused.v1", ReturnRefused.class),
                    type("whistle.dispatch.rework-assigned.v1", ReworkAssigned.class),
                    type("whistle.assignment.issued.v1", AssignmentIssued.class),
                    type("whistle.assignment.recalled.v1", AssignmentRecalled.class),
                    type("whistle.assignment.continued.v1", AssignmentContinued.class),
                    type("whistle.assignment.reworked.v1", AssignmentReworked.class),
                    type("whistle.assignment.settled.v1", AssignmentSettled.class),
                    type("whistle.reply.accept.v1", AcceptAssignment.class),
                    type("whistle.reply.note-progress.v1", NoteProgress.class),
                    type("whistle.reply.complete.v1", CompleteAssignment.class),
                    type("whistle.reply.request-return.v1", RequestReturn.class),
                    type("whistle.department.assignment-accepted.v1", AssignmentAccepted.class),
                    type("whistle.department.progress-noted.v1", ProgressNoted.class),
                    type("whistle.department.assignment-completed.v1", AssignmentCompleted.class),
                    type("whistle.department.return-requested.v1", ReturnRequested.class),
                    type("whistle.feedback.verification-passed.v1", VerificationPassed.class),
                    type("whistle.feedback.rework-ordered.v1", ReworkOrdered.class),
                    type("whistle.feedback.reporter-answered.v1", ReporterAnswered.class),
                    type("whistle.feedback.ticket-reopened.v1", TicketReopened.class),
                    type("whistle.feedback.ticket-closed.v1", TicketClosed.class),
                    type("whistle.feedback.clock-warned.v1", ClockWarned.class),
                    type("whistle.feedback.clock-breached.v1", ClockBreached.class),
                    type("whistle.feedback.supervision-ordered.v1", SupervisionOrdered.class))
            .collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private static final Map<String, EventType> BY_NAME =
            BY_CLASS.values().stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    /** The wire name of a refused answer; it is about a record, not a ticket. */
    public static final String REPLY_REJECTED = "whistle.reply.rejected.v1";

    private EventTypes() {}

    /** The wire name of a message. */
    public static String nameOf(Message message) {
        EventType type = BY_CLASS.get(message.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no wire name for " + message.getClass());
        }
        return type.name();
    }

    /** The record behind a wire name; empty when this version of the contracts does not know it. */
    public static Optional<Class<? extends Message>> recordOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(EventType::record);
    }

    /** All types, in no particular order. */
    public static Map<String, EventType> all() {
        return BY_NAME;
    }

    private static EventType type(String name, Class<? extends Message> record) {
        return new EventType(name, record);
    }

    /**
     * One wire name and its record.
     *
     * @param name value of {@code ce_type}
     */
    public record EventType(String name, Class<? extends Message> record) {}
}
