package org.whistle.feedback.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.feedback.loop.Decision;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.LoopDecider;
import org.whistle.feedback.loop.Merging;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.loop.Step;
import org.whistle.feedback.policy.FeedbackPolicy;

/**
 * One ticket's events, one after the other, by the very evolution that the running service follows. Its own events, which
 * the running service passes over because it decided them, are followed here too.
 */
public final class Replay {

    private final List<Call> calls = new ArrayList<>();
    private Progress progress;
    private @Nullable String fault;

    public Replay(Progress progress) {
        this.progress = progress;
    }

    /** A call-back that becomes due. */
    public sealed interface Call {

        /** Which of the ticket's call-backs it is, from 1. */
        int cycle();

        record Due(Loop.AwaitingAnswer loop) implements Call {
            @Override
            public int cycle() {
                return loop.matter().reopened() + 1;
            }
        }

        record Answered(int cycle, ReporterAnswered answer) implements Call {}
    }

    /** Applies an event; whatever cannot follow is the ticket's fault from then on. */
    public void follow(JournalEvent event, FeedbackPolicy policy) {
        if (fault != null) {
            return;
        }
        Progress.Result result = progress.follow(event, policy);
        switch (result.step()) {
            case Step.Known known -> {}
            case Step.Misplaced misplaced -> fault = misplaced.why();
            case Step.Moved moved -> {
                calls(progress.loop(), event, moved.loop());
                progress = result.progress();
                closeRefused(policy);
            }
        }
    }

    private void calls(@Nullable Loop before, JournalEvent event, Loop after) {
        if (event instanceof VerificationPassed && after instanceof Loop.AwaitingAnswer awaiting) {
            calls.add(new Call.Due(awaiting));
        } else if (event instanceof ReporterAnswered answered) {
            calls.add(new Call.Answered(Objects.requireNonNull(before).matter().reopened() + 1, answered));
        }
    }

    /** What is not accepted is closed with it, as it was then; the closing on the journal says nothing new. */
    private void closeRefused(FeedbackPolicy policy) {
        if (progress.loop() instanceof Loop.NotAccepted refused
                && new LoopDecider(policy).decide(refused, new LoopCommand.CloseNotAccepted(refused.decidedAt()))
                        instanceof Decision.Decided(List<FeedbackEvent> closing)) {
            progress = progress.followAll(closing, policy);
        }
    }

    /** The ticket it was merged into is closed already. */
    public void closeWith(Loop.Closed other) {
        if (progress.loop() instanceof Loop.Merged merged) {
            progress = new Progress(Merging.closedWith(merged, other), progress.clocks());
        }
    }

    /** Whether it stands between an answer and what the answer leads to, which no stored state can be. */
    public boolean isBetween() {
        return progress.loop() instanceof Loop.Answered;
    }

    /** How far it came. */
    public Progress progress() {
        return progress;
    }

    /** Call-backs on the way, in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Why it could not be followed to the end; null when it could. */
    public @Nullable String fault() {
        return fault;
    }

    /** The ticket that was followed; null while nothing is known of it. */
    public @Nullable UUID ticketId() {
        Loop loop = progress.loop();
        return loop == null ? null : loop.matter().ticketId();
    }
}
