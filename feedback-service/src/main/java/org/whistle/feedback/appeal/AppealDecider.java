package org.whistle.feedback.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.LoopStates;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.policy.AppealLimit;

/** Decides on appeals: a pure function of the loop or the appeal, the command and the limit. */
public final class AppealDecider {

    private final AppealLimit limit;

    public AppealDecider(AppealLimit limit) {
        this.limit = limit;
    }

    /** The answer. */
    public sealed interface Decision {

        /** It happened. */
        record Decided(Appeal appeal, FeedbackEvent event) implements Decision {}

        /** It may not happen; the arguments fill the refusal's sentence. */
        record Refused(Refusal refusal, List<Object> args) implements Decision {
            public Refused {
                args = List.copyOf(args);
            }
        }
    }

    /** Why it may not. */
    public enum Refusal {
        /** Argument: the state's word. */
        NOT_CLOSED_YET,
        /** The assignment is none of the department's on this ticket; argument: its id. */
        NOT_YOUR_ASSIGNMENT,
        /** It was handled in time, or does not count. */
        NOT_OVERDUE,
        /** Argument: the last instant. */
        TOO_LATE_TO_APPEAL,
        /** Once for each assignment. */
        APPEALED_ALREADY,
        /** The second level comes after a refusal at the first; arguments: level, state's word. */
        NO_REFUSAL_TO_APPEAL,
        /** Arguments: level, state's word. */
        APPEAL_NOT_OPEN,
        /** Whoever appeals does not decide. */
        OWN_APPEAL,
        /** Argument: the level it is at. */
        NOT_YOUR_LEVEL,
        /** Who decided at the first level does not decide at the second. */
        SAME_JUDGE
    }

    /** @param exists whether this leg was appealed before */
    public Decision file(Loop loop, boolean exists, AppealCommand.File command) {
        Matter matter = loop.matter();
        Optional<LoopLeg> leg = matter.leg(command.assignmentId())
                .filter(own -> own.department().equals(command.by().department()));
        if (leg.isEmpty()) {
            return refused(Refusal.NOT_YOUR_ASSIGNMENT, command.assignmentId());
        }
        if (!(loop instanceof Loop.Closed closed)) {
            return refused(Refusal.NOT_CLOSED_YET, LoopStates.wordOf(loop));
        }
        Instant completedAt = leg.get().completedAt();
        if (!leg.get().isStanding()
                || completedAt == null
                || !completedAt.isAfter(leg.get().dueAt())) {
            return refused(Refusal.NOT_OVERDUE);
        }
        if (exists) {
            return refused(Refusal.APPEALED_ALREADY);
        }
        Instant until = limit.endsAt(closed.closedAt());
        if (command.at().isAfter(until)) {
            return refused(Refusal.TOO_LATE_TO_APPEAL, until);
        }
        Appeal.Hearing first =
                new Appeal.Hearing(Appeal.FIRST, command.reason(), command.by().account(), command.at(), null);
        return new Decision.Decided(
                new Appeal.Open(new Appeal.Case(
                        command.appealId(),
                        matter.ticketId(),
                        leg.get().assignmentId(),
                        leg.get().department(),
                        matter.type(),
                        matter.grid(),
                        leg.get().dueAt(),
                        completedAt,
                        List.of(first))),
                new AppealFiled(
                        matter.ticketId(),
                        command.appealId(),
                        leg.get().assignmentId(),
                        leg.get().department(),
                        Appeal.FIRST,
                        command.reason(),
                        command.by(),
                        command.at()));
    }

    /** The answer to a command on an appeal. */
    public Decision decide(Appeal appeal, AppealCommand command) {
        return switch (command) {
            case AppealCommand.GoOn goOn -> goOn(appeal, goOn);
            case AppealCommand.Decide decide -> decide(appeal, decide);
        };
    }

    private Decision goOn(Appeal appeal, AppealCommand.GoOn command) {
        Appeal.Case about = appeal.about();
        if (!(appeal instanceof Appeal.Refused) || appeal.level() != Appeal.FIRST) {
            return refused(Refusal.NO_REFUSAL_TO_APPEAL, appeal.level(), wordOf(appeal));
        }
        Instant until = limit.endsAt(
                Objects.requireNonNull(about.hearings().getLast().verdict()).at());
        if (command.at().isAfter(until)) {
            return refused(Refusal.TOO_LATE_TO_APPEAL, until);
        }
        return new Decision.Decided(
                new Appeal.Open(about.with(new Appeal.Hearing(
                        Appeal.SECOND, command.reason(), command.by().account(), command.at(), null))),
                new AppealFiled(
                        about.ticketId(),
                        about.id(),
                        about.assignmentId(),
                        about.department(),
                        Appeal.SECOND,
                        command.reason(),
                        command.by(),
                        command.at()));
    }

    private static Decision decide(Appeal appeal, AppealCommand.Decide command) {
        Appeal.Case about = appeal.about();
        Judge judge = command.by();
        if (about.department().equals(judge.department())) {
            return refused(Refusal.OWN_APPEAL);
        }
        if (!judge.sitsAt(appeal.level(), about.grid())) {
            return refused(Refusal.NOT_YOUR_LEVEL, appeal.level());
        }
        if (!(appeal instanceof Appeal.Open)) {
            return refused(Refusal.APPEAL_NOT_OPEN, appeal.level(), wordOf(appeal));
        }
        boolean decidedBefore = about.hearings().stream()
                .map(Appeal.Hearing::verdict)
                .anyMatch(verdict -> verdict != null && verdict.by().equals(judge.account()));
        if (decidedBefore) {
            return refused(Refusal.SAME_JUDGE);
        }
        Appeal.Case decided = about.with(about.hearings()
                .getLast()
                .decided(new Appeal.Verdict(command.reason(), judge.account(), command.at())));
        return new Decision.Decided(
                command.excused() ? new Appeal.Excused(decided) : new Appeal.Refused(decided),
                new AppealDecided(
                        about.ticketId(),
                        about.id(),
                        about.assignmentId(),
                        about.department(),
                        appeal.level(),
                        command.excused(),
                        command.reason(),
                        judge.actor(),
                        command.at()));
    }

    /** The word of an appeal's state, as it stands in the API and in the database. */
    public static String wordOf(Appeal appeal) {
        return switch (appeal) {
            case Appeal.Open open -> "open";
            case Appeal.Refused refused -> "refused";
            case Appeal.Excused excused -> "excused";
        };
    }

    private static Decision refused(Refusal refusal, Object... args) {
        return new Decision.Refused(refusal, List.of(args));
    }
}
