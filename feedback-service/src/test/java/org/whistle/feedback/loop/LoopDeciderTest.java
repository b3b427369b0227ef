package org.whistle.feedback.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.feedback.Given;
import org.whistle.feedback.policy.FeedbackPolicy;

/** Given events, when a command, then events or a refusal. */
class LoopDeciderTest {

    private static final FeedbackPolicy POLICY = FeedbackPolicy.DEFAULT;
    private static final Party GRID_WORKER = new Party("grid-1", null, false);
    private static final Party CLERK = new Party("call-1", null, false);
    private static final Party HANDLER = new Party("h-water", "water", true);
    private static final Party SUPERVISOR = new Party("supervisor-1", null, false);

    private final Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));

    private Loop given(JournalEvent... events) {
        Progress progress = Progress.UNKNOWN;
        for (JournalEvent event : events) {
            Progress.Result result = progress.follow(event, POLICY);
            assertThat(result.step()).as(event.toString()).isInstanceOf(Step.Moved.class);
            progress = result.progress();
        }
        return progress.loop();
    }

    private Loop handled() {
        return given(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 30));
    }

    private Loop verified() {
        return after(handled(), decided(handled(), verify(true, GRID_WORKER)));
    }

    private static Loop after(Loop loop, List<FeedbackEvent> events) {
        return new Progress(loop, org.whistle.feedback.clock.TicketClocks.NONE)
                .followAll(events, POLICY)
                .loop();
    }

    private static Decision when(Loop loop, LoopCommand command) {
        return new LoopDecider(POLICY).decide(loop, command);
    }

    private static List<FeedbackEvent> decided(Loop loop, LoopCommand command) {
        assertThat(when(loop, command)).isInstanceOf(Decision.Decided.class);
        return ((Decision.Decided) when(loop, command)).events();
    }

    private static Refusal refused(Loop loop, LoopCommand command) {
        assertThat(when(loop, command)).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) when(loop, command)).refusal();
    }

    private LoopCommand.Verify verify(boolean fixed, Party by) {
        return new LoopCommand.Verify(fixed, "说明", Given.NEAR, List.of(), null, by, g.at(40));
    }

    private LoopCommand.TakeAnswer answer(boolean solved, Party by) {
        return new LoopCommand.TakeAnswer(
                ReporterAnswered.Channel.PHONE,
                solved,
                solved ? ReporterAnswered.Satisfaction.SATISFIED : ReporterAnswered.Satisfaction.UNSATISFIED,
                null,
                by,
                g.at(60));
    }

    @Test
    void verification_passes_nearTheSite() {
        assertThat(decided(handled(), verify(true, GRID_WORKER)))
                .singleElement()
                .isInstanceOf(VerificationPassed.class);
        assertThat(verified()).isInstanceOf(Loop.AwaitingAnswer.class);
    }

    @Test
    void verification_isRefused_tooFarFromTheSite_sayingTheDistance() {
        LoopCommand far = new LoopCommand.Verify(true, null, Given.FAR, List.of(), null, GRID_WORKER, g.at(40));

        assertThat(when(handled(), far)).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.TOO_FAR_FROM_SITE);
            assertThat((int) refused.args().get(0)).isBetween(990, 1010);
            assertThat(refused.args().get(1)).isEqualTo(500);
        });
    }

    @Test
    void notFixed_sendsTheLeadBack_andTheTicketIsHandledAgain() {
        List<FeedbackEvent> events = decided(handled(), verify(false, GRID_WORKER));

        assertThat(events).singleElement().isInstanceOfSatisfying(ReworkOrdered.class, rework -> assertThat(
                        rework.assignmentId())
                .isEqualTo(g.lead));
        assertThat(after(handled(), events)).isInstanceOfSatisfying(Loop.Handling.class, loop -> {
            assertThat(loop.matter().reworks()).isEqualTo(1);
            assertThat(loop.matter().leg(g.lead).orElseThrow().completedAt()).isNull();
        });
    }

    @Test
    void notFixed_sendsTheNamedLegBack_onAJointTicket() {
        Loop joint = given(
                g.filed(),
                g.joint("water", "power", 1),
                g.completed(g.lead, "water", 20),
                g.completed(g.second, "power", 30));
        LoopCommand command =
                new LoopCommand.Verify(false, "电缆外露", Given.SITE, List.of(), g.second, GRID_WORKER, g.at(40));

        assertThat(((ReworkOrdered) decided(joint, command).getFirst()).assignmentId())
                .isEqualTo(g.second);
    }

    @Test
    void notFixed_isRefused_withoutAFinding() {
        LoopCommand silent = new LoopCommand.Verify(false, " ", Given.SITE, List.of(), null, GRID_WORKER, g.at(40));

        assertThat(refused(handled(), silent)).isEqualTo(Refusal.FINDING_MISSING);
    }

    @Test
    void notFixed_isRefused_forALegOfNoRound() {
        LoopCommand unknown =
                new LoopCommand.Verify(false, "x", Given.SITE, List.of(), UUID.randomUUID(), GRID_WORKER, g.at(40));

        assertThat(refused(handled(), unknown)).isEqualTo(Refusal.UNKNOWN_LEG);
    }

    @Test
    void verification_isRefused_withTooFewPhotos() {
        FeedbackPolicy strict =
                new FeedbackPolicy(POLICY.dispatch(), POLICY.verify(), POLICY.contact(), 80, 100, 150, 500, 1, 3);

        assertThat(new LoopDecider(strict).decide(handled(), verify(true, GRID_WORKER)))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.TOO_FEW_PHOTOS));
    }

    @Test
    void verification_isRefused_whileOneLegOfAJointTicketIsOpen() {
        Loop half = given(g.filed(), g.joint("water", "power", 1), g.completed(g.lead, "water", 20));

        assertThat(refused(half, verify(true, GRID_WORKER))).isEqualTo(Refusal.NOT_AWAITING_VERIFICATION);
    }

    @Test
    void handler_neverVerifiesAnswersOrCloses() {
        assertThat(refused(handled(), verify(true, HANDLER))).isEqualTo(Refusal.HANDLER_MAY_NOT_CLOSE);
        assertThat(refused(verified(), answer(true, HANDLER))).isEqualTo(Refusal.HANDLER_MAY_NOT_CLOSE);
        assertThat(refused(verified(), new LoopCommand.NoteAttempt(ReporterAnswered.Channel.PHONE, HANDLER, g.at(60))))
                .isEqualTo(Refusal.HANDLER_MAY_NOT_CLOSE);
        assertThat(refused(verified(), new LoopCommand.CloseUnreachable("x", HANDLER, g.at(60))))
                .isEqualTo(Refusal.HANDLER_MAY_NOT_CLOSE);
    }

    @Test
    void accountOfTheHandlingDepartment_neverVerifies_whateverItsRole() {
        assertThat(refused(handled(), verify(true, new Party("w-2", "water", false))))
                .isEqualTo(Refusal.HANDLER_MAY_NOT_CLOSE);
    }

    @Test
    void solvedAnswer_closes() {
        List<FeedbackEvent> events = decided(verified(), answer(true, CLERK));

        assertThat(events).hasSize(2);
        assertThat(events.get(1)).isInstanceOfSatisfying(TicketClosed.class, closed -> assertThat(closed.outcome())
                .isEqualTo(TicketClosed.Outcome.SOLVED));
        assertThat(after(verified(), events)).isInstanceOf(Loop.Closed.class);
    }

    @Test
    void unsolvedAnswer_reopensTheSameTicket() {
        List<FeedbackEvent> events = decided(verified(), answer(false, CLERK));

        assertThat(events.get(1)).isInstanceOfSatisfying(TicketReopened.class, reopened -> assertThat(reopened.times())
                .isEqualTo(1));
        assertThat(after(verified(), events)).isInstanceOfSatisfying(Loop.Reopened.class, loop -> assertThat(
                        loop.matter().reopened())
                .isEqualTo(1));
    }

    @Test
    void unreachableReporter_isClosedBySupervisor_onlyAfterThreeAttempts() {
        Loop loop = verified();
        LoopCommand close = new LoopCommand.CloseUnreachable("三次未接通", SUPERVISOR, g.at(90));
        for (int call = 0; call < 3; call++) {
            assertThat(refused(loop, close)).isEqualTo(Refusal.TOO_FEW_ATTEMPTS);
            loop = ((Decision.Attempted)
                            when(loop, new LoopCommand.NoteAttempt(ReporterAnswered.Channel.PHONE, CLERK, g.at(70))))
                    .loop();
        }

        assertThat(decided(loop, close))
                .singleElement()
                .isInstanceOfSatisfying(TicketClosed.class, closed -> assertThat(closed.outcome())
                        .isEqualTo(TicketClosed.Outcome.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reported", "queued", "handling", "awaiting-answer", "reopened", "closed", "registered"})
    void verification_isRefused_inEveryOtherState(String state) {
        assertThat(refused(inState(state), verify(true, GRID_WORKER))).isEqualTo(Refusal.NOT_AWAITING_VERIFICATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reported", "queued", "handling", "awaiting-verification", "reopened", "closed", "registered"})
    void answerAttemptAndClosing_areRefused_inEveryOtherState(String state) {
        Loop loop = inState(state);

        assertThat(refused(loop, answer(true, CLERK))).isEqualTo(Refusal.NOT_AWAITING_ANSWER);
        assertThat(refused(loop, new LoopCommand.NoteAttempt(ReporterAnswered.Channel.SMS, CLERK, g.at(60))))
                .isEqualTo(Refusal.NOT_AWAITING_ANSWER);
        assertThat(refused(loop, new LoopCommand.CloseUnreachable("x", SUPERVISOR, g.at(60))))
                .isEqualTo(Refusal.NOT_AWAITING_ANSWER);
    }

    @Test
    void notAcceptedTicket_isClosedAsSuch() {
        Loop refused = given(g.filed(), g.queued(TicketQueued.Reason.UNCLASSIFIED, 0, 1), g.notAccepted(5));

        assertThat(decided(refused, new LoopCommand.CloseNotAccepted(g.at(5))))
                .singleElement()
                .isInstanceOfSatisfying(TicketClosed.class, closed -> assertThat(closed.outcome())
                        .isEqualTo(TicketClosed.Outcome.NOT_ACCEPTED));
    }

    private Loop inState(String state) {
        List<Loop> loops = new ArrayList<>(List.of(
                given(g.filed()),
                given(g.filed(), g.queued(TicketQueued.Reason.NO_ANSWER, 0, 1)),
                given(g.filed(), g.dispatched("water", 1)),
                handled(),
                verified(),
                after(verified(), decided(verified(), answer(false, CLERK))),
                after(verified(), decided(verified(), answer(true, CLERK))),
                given(g.routine())));
        return loops.stream()
                .filter(loop -> LoopStates.wordOf(loop).equals(state))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jointTicket_isHandled_whenEveryLegIs() {
        assertThat(given(
                        g.filed(),
                        g.joint("water", "power", 1),
                        g.accepted(g.lead, "water", 2),
                        g.completed(g.second, "power", 30),
                        g.completed(g.lead, "water", 20)))
                .isInstanceOfSatisfying(Loop.AwaitingVerification.class, loop -> assertThat(loop.handledAt())
                        .isEqualTo(g.at(30)));
    }

    @Test
    void laterRound_replacesEveryLegOfTheOneBefore() {
        Loop loop = given(
                g.filed(),
                g.joint("water", "power", 1),
                g.paused(g.lead, 10),
                g.returnApproved(g.lead, "water", 20),
                g.dispatched(2, 20, g.leg(g.returnId, "gas", LegRole.LEAD, 20, 120)),
                g.completed(g.returnId, "gas", 30));

        assertThat(loop).isInstanceOf(Loop.AwaitingVerification.class);
        assertThat(loop.matter().returns()).isEqualTo(1);
        assertThat(loop.matter().leg(g.second).orElseThrow().ended().cause()).isEqualTo(LoopLeg.Cause.REPLACED);
        assertThat(loop.matter().firstDepartment()).isEqualTo("water");
    }

    @Test
    void eventsAgain_changeNothing() {
        JournalEvent[] all = {
            g.filed(),
            g.queued(TicketQueued.Reason.SEVERAL_ANSWERS, 0, 1),
            g.joint("water", "power", 2),
            g.accepted(g.lead, "water", 3),
            g.paused(g.lead, 4),
            g.returnRefused(g.lead, "water", g.clock(4, 130), 10),
            g.completed(g.second, "power", 30),
            g.completed(g.lead, "water", 31)
        };
        Loop loop = given(all);
        for (JournalEvent event : all) {
            assertThat(new LoopEvolution(POLICY).evolve(loop, event))
                    .as(event.toString())
                    .isInstanceOf(Step.Known.class);
        }
    }

    @Test
    void completionFromBeforeTheRework_isOldNews() {
        Loop reworked = after(handled(), decided(handled(), verify(false, GRID_WORKER)));

        assertThat(new LoopEvolution(POLICY).evolve(reworked, g.completed(g.lead, "water", 30)))
                .isInstanceOf(Step.Known.class);
    }

    @Test
    void eventsOfAnUnknownTicketOrLeg_areReported() {
        LoopEvolution evolution = new LoopEvolution(POLICY);

        assertThat(evolution.evolve(null, g.completed(g.lead, "water", 3))).isInstanceOf(Step.Misplaced.class);
        assertThat(evolution.evolve(given(g.filed()), g.completed(g.lead, "water", 3)))
                .isInstanceOf(Step.Misplaced.class);
        assertThat(evolution.evolve(given(g.routine()), g.dispatched("water", 1)))
                .isInstanceOf(Step.Misplaced.class);
        assertThat(evolution.evolve(handled(), g.notAccepted(50))).isInstanceOf(Step.Misplaced.class);
    }
}
