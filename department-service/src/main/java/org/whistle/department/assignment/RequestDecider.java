package org.whistle.department.assignment;

import static org.whistle.department.assignment.Decision.done;
import static org.whistle.department.assignment.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Leg;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Suspended;
import org.whistle.department.assignment.Assignment.Terms;
import org.whistle.department.assignment.Command.Decline;
import org.whistle.department.assignment.Command.Endorse;
import org.whistle.department.assignment.Happening.RequestDeclined;
import org.whistle.department.assignment.Happening.RequestRaised;
import org.whistle.department.assignment.Particulars.Allowance;

/**
 * Decides extensions and suspensions on their way from the handler over the manager to the street (DOMAIN.md §4). None
 * of it stops a clock: that is for dispatch to say.
 */
final class RequestDecider {

    /** Where an assignment names no latest end, one that nobody can mean: the end is dispatch's to judge. */
    private static final Duration FARTHEST = Duration.ofDays(3660);

    private RequestDecider() {}

    static Decision ask(Assignment assignment, Request request, Set<String> roles) {
        return handled(assignment, s -> {
            Request open = s.terms().particulars().request();
            if (open != null) {
                return open.waiting()
                        ? refused(Refusal.REQUEST_WAITING, open.by().account())
                        : refused(Refusal.REQUEST_PENDING);
            }
            Decision bar = bar(s.terms(), request, request.askedAt());
            if (bar != null) {
                return bar;
            }
            if (roles.contains(Roles.MANAGER)) {
                return done(sent(s.leg(), request.endorsed(request.by(), request.askedAt())));
            }
            Leg leg = s.leg();
            return done(new RequestRaised(leg.ticketId(), leg.assignmentId(), leg.department(), request));
        });
    }

    static Decision endorse(Assignment assignment, Endorse command) {
        return waiting(assignment, command.requestId(), command.roles(), (s, request) -> {
            Decision bar = bar(s.terms(), request, command.at());
            return bar != null ? bar : done(sent(s.leg(), request.endorsed(command.by(), command.at())));
        });
    }

    static Decision decline(Assignment assignment, Decline command) {
        return waiting(assignment, command.requestId(), command.roles(), (s, request) -> {
            Leg leg = s.leg();
            return done(new RequestDeclined(
                    leg.ticketId(),
                    leg.assignmentId(),
                    leg.department(),
                    request.requestId(),
                    command.reason(),
                    command.by(),
                    command.at()));
        });
    }

    /** The request an event tells of; what was asked within the department keeps when it was asked. */
    static Request of(Accepted s, ExtensionRequested e) {
        return Request.extension(
                        e.requestId(), e.reason(), e.photos(), e.by(), askedAt(s, e.requestId(), e.requestedAt()))
                .endorsed(e.endorsedBy(), e.requestedAt());
    }

    /** As above. */
    static Request of(Accepted s, SuspensionRequested e) {
        return Request.suspension(
                        e.requestId(),
                        e.reason(),
                        e.until(),
                        e.photos(),
                        e.by(),
                        askedAt(s, e.requestId(), e.requestedAt()))
                .endorsed(e.endorsedBy(), e.requestedAt());
    }

    private static Instant askedAt(Accepted s, UUID requestId, Instant sentAt) {
        Request open = s.terms().particulars().request();
        return open != null && open.requestId().equals(requestId) ? open.askedAt() : sentAt;
    }

    /** Only what is being handled can be asked for. */
    private static Decision handled(Assignment assignment, Function<Accepted, Decision> decision) {
        return switch (assignment) {
            case Issued s -> refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted s -> decision.apply(s);
            case ReturnPending s -> refused(Refusal.RETURN_PENDING);
            case Suspended s -> Decider.suspended(s);
            case Completed s -> Decider.completed(s);
            case Recalled s -> Decider.recalled(s);
            case Settled s -> Decider.settled(s);
        };
    }

    private static Decision waiting(Assignment assignment, UUID requestId, Set<String> roles, Answer answer) {
        if (!roles.contains(Roles.MANAGER)) {
            return refused(Refusal.MANAGER_ONLY);
        }
        return handled(assignment, s -> {
            Request open = s.terms().particulars().request();
            if (open == null || !open.requestId().equals(requestId)) {
                return refused(Refusal.NO_SUCH_REQUEST, requestId);
            }
            return open.endorsedBy() == null
                    ? answer.to(s, open)
                    : refused(Refusal.ALREADY_ENDORSED, open.endorsedBy().account());
        });
    }

    /** What forbids a request at an instant, asked or endorsed; null when nothing does. */
    private static @Nullable Decision bar(Terms terms, Request request, Instant at) {
        Allowance allowance = terms.particulars().allowance();
        return switch (request.kind()) {
            case EXTENSION -> {
                Instant due = terms.handle().dueAt();
                if (at.isAfter(due)) {
                    yield refused(Refusal.EXTENSION_TOO_LATE, Decider.readable(due));
                }
                yield allowance != null && allowance.extensionsLeft() <= 0 ? refused(Refusal.NO_EXTENSIONS_LEFT) : null;
            }
            case SUSPENSION -> {
                if (allowance != null && allowance.suspensionsLeft() <= 0) {
                    yield refused(Refusal.NO_SUSPENSIONS_LEFT);
                }
                Instant until = request.until();
                if (until == null || !until.isAfter(at)) {
                    yield refused(Refusal.SUSPENSION_END_PAST);
                }
                Instant latest = allowance == null ? at.plus(FARTHEST) : allowance.suspendUntil();
                yield until.isAfter(latest) ? refused(Refusal.SUSPENSION_TOO_LONG, Decider.readable(latest)) : null;
            }
        };
    }

    private static DepartmentEvent sent(Leg leg, Request request) {
        return switch (request.kind()) {
            case EXTENSION ->
                new ExtensionRequested(
                        leg.ticketId(),
                        leg.assignmentId(),
                        leg.department(),
                        request.requestId(),
                        request.reason(),
                        request.photos(),
                        request.by(),
                        request.endorsedBy(),
                        request.sentAt());
            case SUSPENSION ->
                new SuspensionRequested(
                        leg.ticketId(),
                        leg.assignmentId(),
                        leg.department(),
                        request.requestId(),
                        request.reason(),
                        request.until(),
                        request.photos(),
                        request.by(),
                        request.endorsedBy(),
                        request.sentAt());
        };
    }

    /** What the manager makes of what waits. */
    private interface Answer {
        Decision to(Accepted assignment, Request request);
    }
}
