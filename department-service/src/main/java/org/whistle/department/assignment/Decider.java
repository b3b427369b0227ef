package org.whistle.department.assignment;

import static org.whistle.department.assignment.Decision.done;
import static org.whistle.department.assignment.Decision.refused;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.department.assignment.Assignment.Acceptance;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Leg;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Terms;
import org.whistle.department.assignment.Command.Accept;
import org.whistle.department.assignment.Command.Complete;
import org.whistle.department.assignment.Command.NoteProgress;
import org.whistle.department.assignment.Command.RequestReturn;

/** Decides what a department may do, and what an assignment becomes by it. Pure. */
public final class Decider {

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Rules rules;

    public Decider(Rules rules) {
        this.rules = rules;
    }

    /** What happens, or why it does not. */
    public Decision decide(Assignment assignment, Command command) {
        return switch (command) {
            case Accept c -> accept(assignment, c);
            case NoteProgress c -> note(assignment, c);
            case Complete c -> complete(assignment, c);
            case RequestReturn c -> requestReturn(assignment, c);
        };
    }

    /**
     * The assignment after an event that {@link #decide} gave for it.
     *
     * @throws IllegalStateException when the event cannot follow on the state: it was decided on another one
     */
    public static Assignment evolve(Assignment assignment, DepartmentEvent event) {
        return switch (event) {
            case AssignmentAccepted e
            when assignment instanceof Issued s ->
                new Accepted(s.leg(), s.terms(), new Acceptance(e.by().account(), e.acceptedAt()));
            case AssignmentCompleted e
            when assignment instanceof Accepted s -> new Completed(s.leg(), s.terms(), s.acceptance(), e.completedAt());
            case ReturnRequested e
            when assignment instanceof Issued s ->
                new ReturnPending(s.leg(), s.terms().returned(e.returnId()), e.returnId(), null);
            case ReturnRequested e
            when assignment instanceof Accepted s ->
                new ReturnPending(s.leg(), s.terms().returned(e.returnId()), e.returnId(), s.acceptance());
            case ProgressNoted e when mayNote(assignment) -> assignment;
            case AssignmentAccepted e -> throw misplaced(assignment, e);
            case AssignmentCompleted e -> throw misplaced(assignment, e);
            case ReturnRequested e -> throw misplaced(assignment, e);
            case ProgressNoted e -> throw misplaced(assignment, e);
        };
    }

    private static Decision accept(Assignment assignment, Accept command) {
        return switch (assignment) {
            case Issued s -> {
                Leg leg = s.leg();
                yield done(new AssignmentAccepted(
                        leg.ticketId(), leg.assignmentId(), leg.department(), command.by(), command.at()));
            }
            case Accepted s -> refused(Refusal.ALREADY_ACCEPTED, s.acceptance().handler());
            case ReturnPending s -> refused(Refusal.RETURN_PENDING);
            case Completed s -> completed(s);
            case Recalled s -> recalled(s);
            case Settled s -> settled(s);
        };
    }

    /** A note changes nothing, so it may also be made while a return is pending: making safe comes first. */
    private static Decision note(Assignment assignment, NoteProgress command) {
        return switch (assignment) {
            case Issued s -> refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted s -> noted(s.leg(), command);
            case ReturnPending s ->
                s.acceptance() == null ? refused(Refusal.NOT_ACCEPTED_YET) : noted(s.leg(), command);
            case Completed s -> completed(s);
            case Recalled s -> recalled(s);
            case Settled s -> settled(s);
        };
    }

    private static Decision noted(Leg leg, NoteProgress command) {
        return done(new ProgressNoted(
                leg.ticketId(),
                leg.assignmentId(),
                leg.department(),
                command.note(),
                command.photos(),
                command.by(),
                command.at()));
    }

    private Decision complete(Assignment assignment, Complete command) {
        return switch (assignment) {
            case Issued s -> refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted s -> {
                if (command.photos().size() < rules.completionPhotosMin()) {
                    yield refused(Refusal.EVIDENCE_MISSING, rules.completionPhotosMin());
                }
                Leg leg = s.leg();
                yield done(new AssignmentCompleted(
                        leg.ticketId(),
                        leg.assignmentId(),
                        leg.department(),
                        command.result(),
                        command.photos(),
                        command.by(),
                        command.at()));
            }
            case ReturnPending s -> refused(Refusal.RETURN_PENDING);
            case Completed s -> completed(s);
            case Recalled s -> recalled(s);
            case Settled s -> settled(s);
        };
    }

    private Decision requestReturn(Assignment assignment, RequestReturn command) {
        return switch (assignment) {
            case Issued s -> requestReturn(s.leg(), s.terms(), command);
            case Accepted s -> requestReturn(s.leg(), s.terms(), command);
            case ReturnPending s -> refused(Refusal.RETURN_PENDING);
            case Completed s -> completed(s);
            case Recalled s -> recalled(s);
            case Settled s -> settled(s);
        };
    }

    private Decision requestReturn(Leg leg, Terms terms, RequestReturn command) {
        if (Collections.disjoint(command.roles(), rules.returnRoles())) {
            return refused(
                    Refusal.RETURN_ROLE,
                    String.join(", ", rules.returnRoles().stream().sorted().toList()));
        }
        if (terms.returnsLeft() <= 0) {
            return refused(Refusal.NO_RETURNS_LEFT);
        }
        if (command.at().isAfter(terms.returnBy())) {
            return refused(Refusal.RETURN_TOO_LATE, readable(terms.returnBy()));
        }
        return done(new ReturnRequested(
                leg.ticketId(),
                leg.assignmentId(),
                leg.department(),
                command.returnId(),
                command.reason(),
                command.legalBasis(),
                command.photos(),
                command.by(),
                command.at()));
    }

    private static boolean mayNote(Assignment assignment) {
        return assignment instanceof Accepted
                || assignment instanceof ReturnPending pending && pending.acceptance() != null;
    }

    private static Decision completed(Completed s) {
        return refused(Refusal.ALREADY_COMPLETED, readable(s.completedAt()));
    }

    private static Decision recalled(Recalled s) {
        return refused(Refusal.RECALLED, readable(s.recalledAt()));
    }

    private static Decision settled(Settled s) {
        return refused(Refusal.SETTLED, readable(s.settledAt()));
    }

    private static String readable(Instant instant) {
        return READABLE.format(instant);
    }

    private static IllegalStateException misplaced(Assignment assignment, DepartmentEvent event) {
        return new IllegalStateException(event.getClass().getSimpleName() + " cannot follow on "
                + Stage.of(assignment).word() + ", assignment " + event.assignmentId());
    }
}
