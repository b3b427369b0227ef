package org.whistle.department.assignment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
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
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Leg;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Suspended;
import org.whistle.department.assignment.Assignment.Terms;
import org.whistle.department.assignment.Reception.Changed;
import org.whistle.department.assignment.Reception.Impossible;
import org.whistle.department.assignment.Reception.Known;

/** What an assignment becomes when dispatch tells something about it. Pure. */
public final class Receiver {

    static final Reception KNOWN = new Known();

    private Receiver() {}

    /** @param assignment null when none of this id is known */
    public static Reception receive(@Nullable Assignment assignment, AssignmentMessage message) {
        if (assignment == null) {
            return message instanceof AssignmentIssued issued
                    ? new Changed(issued(issued))
                    : new Impossible("assignment " + message.assignmentId() + " was never issued");
        }
        if (!assignment.leg().equals(legOf(message))) {
            return new Impossible("assignment " + message.assignmentId() + " belongs to another ticket or department");
        }
        return switch (message) {
            // The leg is the same, so it is the same issue, told twice.
            case AssignmentIssued m -> KNOWN;
            case AssignmentRecalled m -> recalled(assignment, m);
            case AssignmentContinued m -> continued(assignment, m);
            case AssignmentReworked m -> reworked(assignment, m);
            case AssignmentSettled m -> settled(assignment, m);
            case AssignmentExtended m -> AnswerReceiver.extended(assignment, m);
            case AssignmentSuspended m -> AnswerReceiver.suspended(assignment, m);
            case AssignmentResumed m -> AnswerReceiver.resumed(assignment, m);
            case AssignmentRequestRefused m -> AnswerReceiver.refused(assignment, m);
        };
    }

    /** A new assignment. */
    public static Issued issued(AssignmentIssued message) {
        return new Issued(
                legOf(message),
                new Terms(
                        message.handle(),
                        message.returnBy(),
                        message.returnsLeft(),
                        null,
                        null,
                        Particulars.of(message)));
    }

    private static Leg legOf(AssignmentMessage message) {
        return new Leg(message.ticketId(), message.assignmentId(), message.department());
    }

    /** A completed leg may be recalled too: with the lead every other leg ends. */
    private static Reception recalled(Assignment assignment, AssignmentRecalled message) {
        return switch (assignment) {
            case Issued s -> recall(s, message);
            case Accepted s -> recall(s, message);
            case ReturnPending s -> recall(s, message);
            case Suspended s -> recall(s, message);
            case Completed s -> recall(s, message);
            case Recalled s -> KNOWN;
            case Settled s -> impossible(s, message);
        };
    }

    private static Reception recall(Assignment assignment, AssignmentRecalled message) {
        return new Changed(new Recalled(assignment.leg(), message.cause(), message.recalledAt()));
    }

    private static Reception continued(Assignment assignment, AssignmentContinued message) {
        return switch (assignment) {
            case ReturnPending s
            when s.returnId().equals(message.returnId()) -> {
                Terms terms = s.terms().running(message.handle());
                yield new Changed(
                        s.acceptance() == null
                                ? new Issued(s.leg(), terms)
                                : new Accepted(s.leg(), terms, s.acceptance()));
            }
            case ReturnPending s -> impossible(s, message);
            case Issued s -> continuedBefore(s, s.terms(), message);
            case Accepted s -> continuedBefore(s, s.terms(), message);
            case Suspended s -> continuedBefore(s, s.terms(), message);
            case Completed s -> continuedBefore(s, s.terms(), message);
            case Recalled s -> impossible(s, message);
            case Settled s -> impossible(s, message);
        };
    }

    private static Reception continuedBefore(Assignment assignment, Terms terms, AssignmentContinued message) {
        return message.returnId().equals(terms.lastReturn()) ? KNOWN : impossible(assignment, message);
    }

    private static Reception reworked(Assignment assignment, AssignmentReworked message) {
        return switch (assignment) {
            case Completed s when orderedAt(message).equals(s.terms().lastRework()) -> KNOWN;
            case Completed s ->
                new Changed(new Accepted(
                        s.leg(), s.terms().reworked(message.handle(), orderedAt(message)), s.acceptance()));
            case Accepted s -> reworkedBefore(s, s.terms(), message);
            case ReturnPending s -> reworkedBefore(s, s.terms(), message);
            case Suspended s -> reworkedBefore(s, s.terms(), message);
            case Issued s -> impossible(s, message);
            case Recalled s -> impossible(s, message);
            case Settled s -> impossible(s, message);
        };
    }

    private static Reception reworkedBefore(Assignment assignment, Terms terms, AssignmentReworked message) {
        return orderedAt(message).equals(terms.lastRework()) ? KNOWN : impossible(assignment, message);
    }

    /** In microseconds, as the database keeps it, so that the comparison holds. */
    private static Instant orderedAt(AssignmentReworked message) {
        return message.reworkedAt().truncatedTo(ChronoUnit.MICROS);
    }

    /** A recalled leg stays recalled: its part was over before the ticket closed. */
    private static Reception settled(Assignment assignment, AssignmentSettled message) {
        return switch (assignment) {
            case Issued s -> settle(s, message);
            case Accepted s -> settle(s, message);
            case ReturnPending s -> settle(s, message);
            case Suspended s -> settle(s, message);
            case Completed s -> settle(s, message);
            case Recalled s -> KNOWN;
            case Settled s -> KNOWN;
        };
    }

    private static Reception settle(Assignment assignment, AssignmentSettled message) {
        return new Changed(new Settled(assignment.leg(), message.settledAt()));
    }

    static Reception impossible(Assignment assignment, AssignmentMessage message) {
        return new Impossible(message.getClass().getSimpleName() + " cannot follow on "
                + Stage.of(assignment).word() + ", assignment " + message.assignmentId());
    }
}
