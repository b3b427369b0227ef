package org.whistle.feedback.loop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.feedback.policy.FeedbackPolicy;

/** Decides on commands: a pure function of the loop, the command and the figures. */
public final class LoopDecider {

    private final FeedbackPolicy policy;

    public LoopDecider(FeedbackPolicy policy) {
        this.policy = policy;
    }

    /** The events of a command, or why it is refused. */
    public Decision decide(Loop loop, LoopCommand command) {
        return switch (command) {
            case LoopCommand.Verify verify -> verify(loop, verify);
            case LoopCommand.TakeAnswer answer -> answer(loop, answer);
            case LoopCommand.NoteAttempt attempt -> attempt(loop, attempt);
            case LoopCommand.CloseUnreachable close -> closeUnreachable(loop, close);
            case LoopCommand.CloseNotAccepted close -> closeNotAccepted(loop, close);
        };
    }

    private Decision verify(Loop loop, LoopCommand.Verify command) {
        if (command.by().handled(loop.matter())) {
            return Decision.Refused.of(Refusal.HANDLER_MAY_NOT_CLOSE);
        }
        if (!(loop instanceof Loop.AwaitingVerification)) {
            return Decision.Refused.of(Refusal.NOT_AWAITING_VERIFICATION, LoopStates.wordOf(loop));
        }
        int metres = loop.matter().metresFrom(command.position());
        if (metres > policy.maxMetres()) {
            return Decision.Refused.of(Refusal.TOO_FAR_FROM_SITE, metres, policy.maxMetres());
        }
        if (command.photos().size() < policy.minPhotos()) {
            return Decision.Refused.of(Refusal.TOO_FEW_PHOTOS, command.photos().size(), policy.minPhotos());
        }
        return command.fixed() ? passed(loop, command) : rework(loop, command);
    }

    private static Decision passed(Loop loop, LoopCommand.Verify command) {
        return decided(new VerificationPassed(
                loop.matter().ticketId(),
                command.note(),
                command.position(),
                command.photos(),
                command.by().actor(),
                command.at()));
    }

    private static Decision rework(Loop loop, LoopCommand.Verify command) {
        String finding = command.note();
        if (finding == null || finding.isBlank()) {
            return Decision.Refused.of(Refusal.FINDING_MISSING);
        }
        Optional<LoopLeg> leg = sentBack(loop.matter(), command.assignmentId());
        if (leg.isEmpty()) {
            return Decision.Refused.of(Refusal.UNKNOWN_LEG, String.valueOf(command.assignmentId()));
        }
        return decided(new ReworkOrdered(
                loop.matter().ticketId(),
                leg.get().assignmentId(),
                finding,
                command.position(),
                command.photos(),
                command.by().actor(),
                command.at()));
    }

    private static Optional<LoopLeg> sentBack(Matter matter, @Nullable UUID assignmentId) {
        return assignmentId == null
                ? matter.lead()
                : matter.present()
                        .filter(leg -> leg.assignmentId().equals(assignmentId))
                        .findFirst();
    }

    private static Decision answer(Loop loop, LoopCommand.TakeAnswer command) {
        if (command.by().handled(loop.matter())) {
            return Decision.Refused.of(Refusal.HANDLER_MAY_NOT_CLOSE);
        }
        if (!(loop instanceof Loop.AwaitingAnswer)) {
            return Decision.Refused.of(Refusal.NOT_AWAITING_ANSWER, LoopStates.wordOf(loop));
        }
        Matter matter = loop.matter();
        Actor by = command.by().actor();
        ReporterAnswered answered = new ReporterAnswered(
                matter.ticketId(),
                command.channel(),
                command.solved(),
                command.satisfaction(),
                command.comment(),
                by,
                command.at());
        if (command.solved()) {
            return decided(
                    answered, new TicketClosed(matter.ticketId(), TicketClosed.Outcome.SOLVED, null, by, command.at()));
        }
        String reason = command.comment() == null || command.comment().isBlank()
                ? "报告人表示未解决 (the reporter says it is not solved)"
                : command.comment();
        return decided(
                answered, new TicketReopened(matter.ticketId(), reason, matter.reopened() + 1, by, command.at()));
    }

    private static Decision attempt(Loop loop, LoopCommand.NoteAttempt command) {
        if (command.by().handled(loop.matter())) {
            return Decision.Refused.of(Refusal.HANDLER_MAY_NOT_CLOSE);
        }
        return loop instanceof Loop.AwaitingAnswer awaiting
                ? new Decision.Attempted(new Loop.AwaitingAnswer(
                        awaiting.matter(), awaiting.verifiedAt(), awaiting.dueAt(), awaiting.attempts() + 1))
                : Decision.Refused.of(Refusal.NOT_AWAITING_ANSWER, LoopStates.wordOf(loop));
    }

    private Decision closeUnreachable(Loop loop, LoopCommand.CloseUnreachable command) {
        if (command.by().handled(loop.matter())) {
            return Decision.Refused.of(Refusal.HANDLER_MAY_NOT_CLOSE);
        }
        if (!(loop instanceof Loop.AwaitingAnswer awaiting)) {
            return Decision.Refused.of(Refusal.NOT_AWAITING_ANSWER, LoopStates.wordOf(loop));
        }
        if (awaiting.attempts() < policy.attemptsBeforeClosing()) {
            return Decision.Refused.of(Refusal.TOO_FEW_ATTEMPTS, awaiting.attempts(), policy.attemptsBeforeClosing());
        }
        return decided(new TicketClosed(
                loop.matter().ticketId(),
                TicketClosed.Outcome.UNREACHABLE,
                command.reason(),
                command.by().actor(),
                command.at()));
    }

    private static Decision closeNotAccepted(Loop loop, LoopCommand.CloseNotAccepted command) {
        if (!(loop instanceof Loop.NotAccepted)) {
            throw new IllegalStateException("only what was not accepted is closed as such");
        }
        return decided(new TicketClosed(
                loop.matter().ticketId(), TicketClosed.Outcome.NOT_ACCEPTED, null, Actor.SYSTEM, command.at()));
    }

    private static Decision decided(FeedbackEvent... events) {
        return new Decision.Decided(List.of(events));
    }
}
