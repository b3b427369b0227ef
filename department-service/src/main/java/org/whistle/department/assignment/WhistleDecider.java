package org.whistle.department.assignment;

import static org.whistle.department.assignment.Decision.done;
import static org.whistle.department.assignment.Decision.refused;

import org.jspecify.annotations.Nullable;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Leg;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Suspended;
import org.whistle.department.assignment.Assignment.Terms;
import org.whistle.department.assignment.Command.AnswerOwnership;
import org.whistle.department.assignment.Command.CheckIn;
import org.whistle.department.assignment.Particulars.Call;
import org.whistle.department.assignment.Particulars.Presence;

/** Decides what only a body called by a whistle does: be on site, and say whether the asset is its own (DOMAIN.md §3). */
final class WhistleDecider {

    private WhistleDecider() {}

    static Decision checkIn(Assignment assignment, CheckIn command) {
        return switch (assignment) {
            case Issued s -> refused(call(s.terms()) == null ? Refusal.NO_WHISTLE : Refusal.NOT_ACCEPTED_YET);
            case Accepted s -> checkIn(s, command);
            case ReturnPending s -> refused(Refusal.RETURN_PENDING);
            case Suspended s -> Decider.suspended(s);
            case Completed s -> Decider.completed(s);
            case Recalled s -> Decider.recalled(s);
            case Settled s -> Decider.settled(s);
        };
    }

    private static Decision checkIn(Accepted s, CheckIn command) {
        Call call = call(s.terms());
        if (call == null) {
            return refused(Refusal.NO_WHISTLE);
        }
        Presence presence = s.terms().particulars().presence();
        if (presence != null) {
            return refused(Refusal.ALREADY_CHECKED_IN, presence.by().account(), Decider.readable(presence.at()));
        }
        int metres = call.metresFrom(command.position());
        if (call.reach() != null && metres > call.reach()) {
            return refused(Refusal.CHECK_IN_TOO_FAR, metres, call.reach());
        }
        Leg leg = s.leg();
        return done(new CheckedIn(
                leg.ticketId(),
                leg.assignmentId(),
                leg.department(),
                command.position(),
                metres,
                command.by(),
                command.at()));
    }

    static Presence presence(CheckedIn e) {
        return new Presence(e.by(), e.metres(), e.checkedInAt());
    }

    /** Whoever answers has taken the assignment: nothing is gained by making them say so first. */
    static Decision answer(Assignment assignment, AnswerOwnership command) {
        return switch (assignment) {
            case Issued s when !identifies(s.terms()) -> refused(Refusal.NOT_AN_IDENTIFICATION);
            case Issued s -> {
                Leg leg = s.leg();
                yield done(
                        new AssignmentAccepted(
                                leg.ticketId(), leg.assignmentId(), leg.department(), command.by(), command.at()),
                        answered(leg, command));
            }
            case Accepted s when !identifies(s.terms()) -> refused(Refusal.NOT_AN_IDENTIFICATION);
            case Accepted s -> done(answered(s.leg(), command));
            case ReturnPending s -> refused(Refusal.RETURN_PENDING);
            case Suspended s -> Decider.suspended(s);
            case Completed s -> Decider.completed(s);
            case Recalled s -> Decider.recalled(s);
            case Settled s -> Decider.settled(s);
        };
    }

    private static OwnershipAnswered answered(Leg leg, AnswerOwnership command) {
        return new OwnershipAnswered(
                leg.ticketId(),
                leg.assignmentId(),
                leg.department(),
                command.mine(),
                command.basis(),
                command.by(),
                command.at());
    }

    private static @Nullable Call call(Terms terms) {
        return terms.particulars().call();
    }

    private static boolean identifies(Terms terms) {
        return terms.particulars().task() == LegTask.IDENTIFY;
    }
}
