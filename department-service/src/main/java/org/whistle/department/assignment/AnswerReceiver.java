package org.whistle.department.assignment;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.department.assignment.Assignment.Acceptance;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Leg;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.Rest;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Suspended;
import org.whistle.department.assignment.Assignment.Terms;
import org.whistle.department.assignment.Particulars.Fate;
import org.whistle.department.assignment.Particulars.Sent;
import org.whistle.department.assignment.Reception.Changed;
import org.whistle.department.assignment.Request.Kind;

/**
 * What an assignment becomes when the street answers an extension or suspension. The department may have completed it in
 * the meantime: the answer then changes what is written of it, but does not open it again.
 */
final class AnswerReceiver {

    private AnswerReceiver() {}

    static Reception extended(Assignment assignment, AssignmentExtended message) {
        UUID id = message.requestId();
        return switch (assignment) {
            case Accepted s
            when sent(s.terms(), id, Kind.EXTENSION, Fate.OPEN) ->
                new Changed(new Accepted(s.leg(), extended(s.terms(), message), s.acceptance()));
            case Completed s
            when sent(s.terms(), id, Kind.EXTENSION, Fate.OPEN) ->
                new Changed(new Completed(s.leg(), extended(s.terms(), message), s.acceptance(), s.completedAt()));
            case Issued s -> repeated(s, s.terms(), message, id, Fate.EXTENDED);
            case Accepted s -> repeated(s, s.terms(), message, id, Fate.EXTENDED);
            case ReturnPending s -> repeated(s, s.terms(), message, id, Fate.EXTENDED);
            case Suspended s -> repeated(s, s.terms(), message, id, Fate.EXTENDED);
            case Completed s -> repeated(s, s.terms(), message, id, Fate.EXTENDED);
            case Recalled s -> Receiver.impossible(s, message);
            case Settled s -> Receiver.impossible(s, message);
        };
    }

    /** A completion that crosses the street's decision counts, whichever came first; the answer is written down. */
    static Reception suspended(Assignment assignment, AssignmentSuspended message) {
        UUID id = message.requestId();
        return switch (assignment) {
            case Accepted s
            when sent(s.terms(), id, Kind.SUSPENSION, Fate.OPEN) ->
                new Changed(resting(s.leg(), s.terms(), s.acceptance(), message));
            case Completed s
            when sent(s.terms(), id, Kind.SUSPENSION, Fate.OPEN) ->
                new Changed(new Completed(
                        s.leg(), answered(s.terms(), id, Fate.SUSPENDED), s.acceptance(), s.completedAt()));
            case Issued s -> repeated(s, s.terms(), message, id, Fate.SUSPENDED, Fate.RESUMED);
            case Accepted s -> repeated(s, s.terms(), message, id, Fate.SUSPENDED, Fate.RESUMED);
            case ReturnPending s -> repeated(s, s.terms(), message, id, Fate.SUSPENDED, Fate.RESUMED);
            case Suspended s -> repeated(s, s.terms(), message, id, Fate.SUSPENDED, Fate.RESUMED);
            case Completed s -> repeated(s, s.terms(), message, id, Fate.SUSPENDED, Fate.RESUMED);
            case Recalled s -> Receiver.impossible(s, message);
            case Settled s -> Receiver.impossible(s, message);
        };
    }

    private static Suspended resting(Leg leg, Terms terms, Acceptance acceptance, AssignmentSuspended message) {
        Terms now = answered(terms, message.requestId(), Fate.SUSPENDED);
        return new Suspended(
                leg,
                now.with(now.particulars().withoutRequest()),
                acceptance,
                new Rest(message.requestId(), message.until()));
    }

    /** One that was completed in the meantime, and perhaps sent back, never rested here; its clock goes on all the same. */
    static Reception resumed(Assignment assignment, AssignmentResumed message) {
        UUID id = message.requestId();
        return switch (assignment) {
            case Suspended s
            when s.rest().requestId().equals(id) ->
                new Changed(new Accepted(s.leg(), resumed(s.terms(), message), s.acceptance()));
            case Accepted s
            when sent(s.terms(), id, Kind.SUSPENSION, Fate.SUSPENDED) ->
                new Changed(new Accepted(s.leg(), resumed(s.terms(), message), s.acceptance()));
            case Completed s
            when sent(s.terms(), id, Kind.SUSPENSION, Fate.SUSPENDED) ->
                new Changed(new Completed(s.leg(), resumed(s.terms(), message), s.acceptance(), s.completedAt()));
            case Issued s -> repeated(s, s.terms(), message, id, Fate.RESUMED);
            case Accepted s -> repeated(s, s.terms(), message, id, Fate.RESUMED);
            case ReturnPending s -> repeated(s, s.terms(), message, id, Fate.RESUMED);
            case Suspended s -> repeated(s, s.terms(), message, id, Fate.RESUMED);
            case Completed s -> repeated(s, s.terms(), message, id, Fate.RESUMED);
            case Recalled s -> Receiver.impossible(s, message);
            case Settled s -> Receiver.impossible(s, message);
        };
    }

    static Reception refused(Assignment assignment, AssignmentRequestRefused message) {
        UUID id = message.requestId();
        return switch (assignment) {
            case Accepted s
            when sent(s.terms(), id, Fate.OPEN) ->
                new Changed(new Accepted(s.leg(), answered(s.terms(), id, Fate.REFUSED), s.acceptance()));
            case Completed s
            when sent(s.terms(), id, Fate.OPEN) ->
                new Changed(
                        new Completed(s.leg(), answered(s.terms(), id, Fate.REFUSED), s.acceptance(), s.completedAt()));
            case Issued s -> repeated(s, s.terms(), message, id, Fate.REFUSED);
            case Accepted s -> repeated(s, s.terms(), message, id, Fate.REFUSED);
            case ReturnPending s -> repeated(s, s.terms(), message, id, Fate.REFUSED);
            case Suspended s -> repeated(s, s.terms(), message, id, Fate.REFUSED);
            case Completed s -> repeated(s, s.terms(), message, id, Fate.REFUSED);
            case Recalled s -> Receiver.impossible(s, message);
            case Settled s -> Receiver.impossible(s, message);
        };
    }

    private static Terms extended(Terms terms, AssignmentExtended message) {
        return answered(terms, message.requestId(), Fate.EXTENDED).running(message.handle());
    }

    private static Terms resumed(Terms terms, AssignmentResumed message) {
        return answered(terms, message.requestId(), Fate.RESUMED).running(message.handle());
    }

    private static Terms answered(Terms terms, UUID requestId, Fate fate) {
        Sent of = Objects.requireNonNull(terms.particulars().sent(requestId));
        return terms.with(terms.particulars().answered(of, fate));
    }

    private static boolean sent(Terms terms, UUID requestId, Kind kind, Fate fate) {
        Sent of = terms.particulars().sent(requestId);
        return of != null && of.kind() == kind && of.fate() == fate;
    }

    private static boolean sent(Terms terms, UUID requestId, Fate fate) {
        Sent of = terms.particulars().sent(requestId);
        return of != null && of.fate() == fate;
    }

    /** The same was told before when the request has come to one of these ends. */
    private static Reception repeated(
            Assignment assignment, Terms terms, AssignmentMessage message, UUID requestId, Fate... ends) {
        Sent of = terms.particulars().sent(requestId);
        return of != null && Arrays.asList(ends).contains(of.fate())
                ? Receiver.KNOWN
                : Receiver.impossible(assignment, message);
    }
}
