package org.whistle.department.assignment;

import static org.whistle.department.assignment.Decision.done;
import static org.whistle.department.assignment.Decision.refused;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.department.assignment.Assignment.Acceptance;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Leg;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Suspended;
import org.whistle.department.assignment.Assignment.Terms;
import org.whistle.department.assignment.Command.Accept;
import org.whistle.department.assignment.Command.Complete;
import org.whistle.department.assignment.Command.NoteProgress;
import org.whistle.department.assignment.Command.RequestReturn;
import org.whistle.department.assignment.Happening.Announced;
import org.whistle.department.assignment.Happening.RequestDeclined;
import org.whistle.department.assignment.Happening.RequestRaised;

/** Decides what a department may do, and what an assignment becomes by it. Pure. */
public final class Decider {

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Rules rules;

    public Decider(Rules rules) {
        this.rules = rules;
    }

    /** What the city has set. */
    public Rules rules() {
        return rules;
    }

    /** What happens, or why it does not. */
    public Decision decide(Assignment assignment, Command command) {
        return switch (command) {
            case Accept c -> accept(assignment, c);
            case NoteProgress c -> note(assignment, c);
            case Complete c -> complete(assignment, c);
            case RequestReturn c -> requestReturn(assignment, c);
            case Command.RequestExtension c ->
                RequestDecider.ask(
                        assignment,
                        Request.extension(c.requestId(), c.reason(), c.photos(), c.by(), c.at()),
                        c.roles());
            case Command.RequestSuspension c ->
                RequestDecider.ask(
                        assignment,
                        Request.suspension(c.requestId(), c.reason(), c.until(), c.photos(), c.by(), c.at()),
                        c.roles());
            case Command.Endorse c -> RequestDecider.endorse(assignment, c);
            case Command.Decline c -> RequestDecider.decline(assignment, c);
            case Command.CheckIn c -> WhistleDecider.checkIn(assignment, c);
            case Command.AnswerOwnership c -> WhistleDecider.answer(assignment, c);
        };
    }

    /**
     * The assignment after what {@link #decide} gave for it.
     *
     * @throws IllegalStateException when it cannot follow on the state: it was decided on another one
     */
    public static Assignment evolve(Assignment assignment, Happening happening) {
        return switch (happening) {
            case Announced(DepartmentEvent event) -> evolve(assignment, event);
            case RequestRaised h
            when assignment instanceof Accepted s -> s.with(particulars(s).raised(h.request()));
            case RequestDeclined h
            when assignment instanceof Accepted s -> s.with(particulars(s).withoutRequest());
            case RequestRaised h -> throw misplaced(assignment, h);
            case RequestDeclined h -> throw misplaced(assignment, h);
        };
    }

    /** As {@link #evolve(Assignment, Happening)}, of an event on the journal. */
    public static Assignment evolve(Assignment assignment, DepartmentEvent event) {
        return switch (event) {
            case AssignmentAccepted e
            when assignment instanceof Issued s ->
                new Accepted(s.leg(), s.terms(), new Acceptance(e.by().account(), e.acceptedAt()));
            // What waited is withdrawn by it; what is at the street may still be answered.
            case AssignmentCompleted e
            when assignment instanceof Accepted s ->
                new Completed(
                        s.leg(), s.terms().with(particulars(s).withoutRequest()), s.acceptance(), e.completedAt());
            case ReturnRequested e
            when assignment instanceof Issued s ->
                new ReturnPending(s.leg(), s.terms().returned(e.returnId()), e.returnId(), null);
            case ReturnRequested e
            when assignment instanceof Accepted s ->
                new ReturnPending(s.leg(), s.terms().returned(e.returnId()), e.returnId(), s.acceptance());
            case ProgressNoted e when mayNote(assignment) -> assignment;
            case ExtensionRequested e
            when assignment instanceof Accepted s -> s.with(particulars(s).sent(RequestDecider.of(s, e)));
            case SuspensionRequested e
            when assignment instanceof Accepted s -> s.with(particulars(s).sent(RequestDecider.of(s, e)));
            case CheckedIn e
            when assignment instanceof Accepted s -> s.with(particulars(s).checkedIn(WhistleDecider.presence(e)));
            case OwnershipAnswered e
            when assignment instanceof Accepted s ->
                new Completed(s.leg(), s.terms().with(particulars(s).owned(e.mine())), s.acceptance(), e.answeredAt());
            case AssignmentAccepted e -> throw misplaced(assignment, e);
            case AssignmentCompleted e -> throw misplaced(assignment, e);
            case ReturnRequested e -> throw misplaced(assignment, e);
            case ProgressNoted e -> throw misplaced(assignment, e);
            case ExtensionRequested e -> throw misplaced(assignment, e);
            case SuspensionRequested e -> throw misplaced(assignment, e);
            case CheckedIn e -> throw misplaced(assignment, e);
            case OwnershipAnswered e -> throw misplaced(assignment, e);
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
            case Suspended s -> suspended(s);
            case Completed s -> completed(s);
            case Recalled s -> recalled(s);
            case Settled s -> settled(s);
        };
    }

    /**
     * A note changes nothing, so it may also be made while a return is pending or it rests: making safe comes first.
     */
    private static Decision note(Assignment assignment, NoteProgress command) {
        return switch (assignment) {
            case Issued s -> refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted s -> noted(s.leg(), command);
            case ReturnPending s ->
                s.acceptance() == null ? refused(Refusal.NOT_ACCEPTED_YET) : noted(s.leg(), command);
            case Suspended s -> noted(s.leg(), command);
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
            case Issued s -> refused(identifies(s.terms()) ? Refusal.OWNERSHIP_TO_ANSWER : Refusal.NOT_ACCEPTED_YET);
            case Accepted s when identifies(s.terms()) -> refused(Refusal.OWNERSHIP_TO_ANSWER);
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
            case Suspended s -> suspended(s);
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
            case Suspended s -> suspended(s);
            case Completed s -> completed(s);
            case Recalled s -> recalled(s);
            case Settled s -> settled(s);
        };
    }

    private Decision requestReturn(Leg leg, Terms terms, RequestReturn command) {
        Request open = terms.particulars().request();
        if (open != null && !open.waiting()) {
            // Two answers of the street to one assignment would cross each other.
            return refused(Refusal.REQUEST_PENDING);
        }
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
                || assignment instanceof Suspended
                || assignment instanceof ReturnPending pending && pending.acceptance() != null;
    }

    private static boolean identifies(Terms terms) {
        return terms.particulars().task() == LegTask.IDENTIFY;
    }

    private static Particulars particulars(Accepted s) {
        return s.terms().particulars();
    }

    static Decision suspended(Suspended s) {
        return refused(Refusal.SUSPENDED, readable(s.rest().until()));
    }

    static Decision completed(Completed s) {
        return refused(Refusal.ALREADY_COMPLETED, readable(s.completedAt()));
    }

    static Decision recalled(Recalled s) {
        return refused(Refusal.RECALLED, readable(s.recalledAt()));
    }

    static Decision settled(Settled s) {
        return refused(Refusal.SETTLED, readable(s.settledAt()));
    }

    static String readable(Instant instant) {
        return READABLE.format(instant);
    }

    private static IllegalStateException misplaced(Assignment assignment, Object happened) {
        return new IllegalStateException(happened.getClass().getSimpleName() + " cannot follow on "
                + Stage.of(assignment).word() + ", assignment "
                + assignment.leg().assignmentId());
    }
}
