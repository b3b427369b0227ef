package org.whistle.feedback.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.feedback.clock.ClockStage;
import org.whistle.feedback.clock.StageClock;
import org.whistle.feedback.clock.TicketClocks;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.LoopStates;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.Progress;

/** A person chases a ticket (催办): decides whether that may be, and which clock it is about. A pure function. */
public final class Chasing {

    private final Duration pause;

    /** @param pause how long the same person waits before chasing the same ticket again */
    public Chasing(Duration pause) {
        this.pause = pause;
    }

    /**
     * Somebody wants a ticket to go on.
     *
     * @param assignmentId the leg that is meant; null for whatever the ticket waits for
     */
    public record Command(String note, @Nullable UUID assignmentId, Actor by, Instant at) {}

    /** The answer. */
    public sealed interface Decision {

        /** It is chased; the clock is the one it is about. */
        record Chased(TicketChased event, StageClock clock) implements Decision {}

        /** It may not be; the arguments fill the refusal's sentence. */
        record Refused(Refusal refusal, List<Object> args) implements Decision {
            public Refused {
                args = List.copyOf(args);
            }
        }
    }

    /** Why it may not be. */
    public enum Refusal {
        /** Nobody is waited for that could be chased; argument: the state's word. */
        NOTHING_TO_CHASE,
        /** The assignment is none of the present round; argument: its id. */
        NO_SUCH_ASSIGNMENT,
        /** That body has done its part; argument: since when. */
        ASSIGNMENT_DONE,
        /** Nobody handles meanwhile; argument: until when. */
        SUSPENDED,
        /** Argument: when the same person chased it last. */
        CHASED_LATELY
    }

    /**
     * Decides.
     *
     * @param last when the same person chased this ticket last, or null
     */
    public Decision decide(Progress progress, @Nullable Instant last, Command command) {
        Loop loop = Objects.requireNonNull(progress.loop());
        Decision about = about(loop, progress.clocks(), command);
        return about instanceof Decision.Chased
                        && last != null
                        && last.plus(pause).isAfter(command.at())
                ? refused(Refusal.CHASED_LATELY, last)
                : about;
    }

    private static Decision about(Loop loop, TicketClocks clocks, Command command) {
        return switch (loop) {
            case Loop.Reported open -> unassigned(loop, clocks, command);
            case Loop.Queued open -> unassigned(loop, clocks, command);
            case Loop.Reopened open -> unassigned(loop, clocks, command);
            case Loop.Handling open ->
                command.assignmentId() == null
                        ? someLeg(loop, clocks, command)
                        : namedLeg(loop, clocks, command.assignmentId(), command);
            case Loop.AwaitingVerification open ->
                command.assignmentId() == null
                        ? clockOf(loop, clocks, ClockStage.VERIFY, null, command)
                        : namedLeg(loop, clocks, command.assignmentId(), command);
            case Loop.AwaitingAnswer other -> nothing(loop);
            case Loop.Answered other -> nothing(loop);
            case Loop.NotAccepted other -> nothing(loop);
            case Loop.Merged other -> nothing(loop);
            case Loop.Closed other -> nothing(loop);
            case Loop.Registered other -> nothing(loop);
        };
    }

    /** The street is waited for; after a return, cooperating bodies may still be at work. */
    private static Decision unassigned(Loop loop, TicketClocks clocks, Command command) {
        return command.assignmentId() == null
                ? clockOf(loop, clocks, ClockStage.DISPATCH, null, command)
                : namedLeg(loop, clocks, command.assignmentId(), command);
    }

    /** The lead's, unless it has done its part or rests. */
    private static Decision someLeg(Loop loop, TicketClocks clocks, Command command) {
        List<LoopLeg> open = loop.matter()
                .present()
                .filter(leg -> leg.isStanding() && leg.completedAt() == null)
                .sorted(Comparator.comparing((LoopLeg leg) -> leg.isSuspended())
                        .thenComparing(leg -> leg.role() != LegRole.LEAD))
                .toList();
        return open.isEmpty() ? nothing(loop) : leg(loop, clocks, open.getFirst(), command);
    }

    private static Decision namedLeg(Loop loop, TicketClocks clocks, UUID assignmentId, Command command) {
        Matter matter = loop.matter();
        return matter.present()
                .filter(leg -> leg.assignmentId().equals(assignmentId) && leg.isStanding())
                .findFirst()
                .map(leg -> leg(loop, clocks, leg, command))
                .orElseGet(() -> refused(Refusal.NO_SUCH_ASSIGNMENT, assignmentId));
    }

    private static Decision leg(Loop loop, TicketClocks clocks, LoopLeg leg, Command command) {
        if (leg.completedAt() != null) {
            return refused(Refusal.ASSIGNMENT_DONE, leg.completedAt());
        }
        Instant until = leg.course().suspendedUntil();
        return until != null
                ? refused(Refusal.SUSPENDED, until)
                : clockOf(loop, clocks, ClockStage.HANDLE, leg.assignmentId(), command);
    }

    private static Decision clockOf(
            Loop loop, TicketClocks clocks, ClockStage stage, @Nullable UUID leg, Command command) {
        Optional<StageClock> clock = clocks.clocks().values().stream()
                .filter(one -> one.key().stage() == stage
                        && one.stoppedAt() == null
                        && Objects.equals(one.key().assignmentId(), leg))
                .reduce((earlier, later) -> later);
        return clock.<Decision>map(found -> new Decision.Chased(
                        new TicketChased(
                                found.key().ticketId(),
                                stage.stage(),
                                found.key().round(),
                                leg,
                                found.department(),
                                found.limit().dueAt(),
                                command.note(),
                                command.by(),
                                command.at()),
                        found))
                .orElseGet(() -> nothing(loop));
    }

    private static Decision nothing(Loop loop) {
        return refused(Refusal.NOTHING_TO_CHASE, LoopStates.wordOf(loop));
    }

    private static Decision refused(Refusal refusal, Object arg) {
        return new Decision.Refused(refusal, List.of(arg));
    }
}
