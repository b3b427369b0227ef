package org.whistle.department.assignment.store;

import java.time.Instant;
import org.whistle.chassis.event.Envelope;
import org.whistle.contracts.Actors;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.assignment.AssignmentReworked;
import org.whistle.contracts.assignment.AssignmentSettled;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.department.assignment.Happening;
import org.whistle.department.assignment.Happening.Announced;
import org.whistle.department.assignment.Happening.RequestDeclined;
import org.whistle.department.assignment.Happening.RequestRaised;

/** This service's events as they go to the journal, and when events happened. */
public final class Outgoing {

    /** {@code ce_source} of everything this service says. */
    public static final String SOURCE = "/department";

    private Outgoing() {}

    /** An event on its way to the journal; a person's one also goes on the audit record. */
    public static Envelope journal(DepartmentEvent event) {
        Envelope envelope = Envelope.of(
                Topics.JOURNAL,
                EventTypes.nameOf(event),
                SOURCE,
                event.ticketId(),
                timeOf(event),
                WireFormat.write(event));
        return Actors.personBehind(event)
                .map(person -> envelope.by(person.account(), person.department()))
                .orElse(envelope);
    }

    /** When it happened. */
    public static Instant timeOf(DepartmentEvent event) {
        return switch (event) {
            case AssignmentAccepted e -> e.acceptedAt();
            case ProgressNoted e -> e.notedAt();
            case AssignmentCompleted e -> e.completedAt();
            case ReturnRequested e -> e.requestedAt();
            case ExtensionRequested e -> e.requestedAt();
            case SuspensionRequested e -> e.requestedAt();
            case CheckedIn e -> e.checkedInAt();
            case OwnershipAnswered e -> e.answeredAt();
        };
    }

    /** When it happened. */
    static Instant timeOf(Happening happening) {
        return switch (happening) {
            case Announced(DepartmentEvent event) -> timeOf(event);
            case RequestRaised h -> h.request().askedAt();
            case RequestDeclined h -> h.declinedAt();
        };
    }

    /** When it was decided. */
    public static Instant timeOf(AssignmentMessage message) {
        return switch (message) {
            case AssignmentIssued m -> m.issuedAt();
            case AssignmentRecalled m -> m.recalledAt();
            case AssignmentContinued m -> m.continuedAt();
            case AssignmentReworked m -> m.reworkedAt();
            case AssignmentSettled m -> m.settledAt();
            case AssignmentExtended m -> m.extendedAt();
            case AssignmentSuspended m -> m.suspendedAt();
            case AssignmentResumed m -> m.resumedAt();
            case AssignmentRequestRefused m -> m.refusedAt();
        };
    }
}
