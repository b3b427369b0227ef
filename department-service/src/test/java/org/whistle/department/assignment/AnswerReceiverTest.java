package org.whistle.department.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whistle.department.assignment.Lives.REQUEST;
import static org.whistle.department.assignment.Lives.STORY;
import static org.whistle.department.assignment.Lives.after;
import static org.whistle.department.assignment.Lives.in;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;
import org.whistle.department.Issues;
import org.whistle.department.assignment.Assignment.Acceptance;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Suspended;
import org.whistle.department.assignment.Particulars.Allowance;
import org.whistle.department.assignment.Reception.Changed;
import org.whistle.department.assignment.Reception.Impossible;
import org.whistle.department.assignment.Reception.Known;

/** What dispatch answers to extensions and suspensions. */
class AnswerReceiverTest {

    private final Assignment extensionSent = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "manager"));
    private final Assignment suspensionSent = after(in(Stage.ACCEPTED), Lives.requestSuspension(30, "manager"));

    @Test
    void extension_movesTheClock_andIsUsedUp() {
        Accepted extended = (Accepted) after(extensionSent, Issues.extended(STORY, REQUEST));

        assertThat(extended.terms().handle())
                .isEqualTo(Issues.extended(STORY, REQUEST).handle());
        assertThat(allowance(extended).extensionsLeft()).isEqualTo(1);
        assertThat(allowance(extended).suspensionsLeft()).isEqualTo(1);
        assertThat(extended.terms().particulars().request()).isNull();
    }

    @Test
    void secondExtension_isTheLast() {
        Assignment once = after(extensionSent, Issues.extended(STORY, REQUEST));
        UUID second = UUID.randomUUID();
        Assignment asked = after(
                once,
                new Command.RequestExtension(
                        second, "r", Lives.NO_PHOTOS, Set.of("manager"), Lives.MANAGER, Lives.at(150)));
        Assignment twice = after(asked, Issues.extended(STORY, second));

        assertThat(new Decider(Lives.RULES).decide(twice, Lives.requestExtension(160, "manager")))
                .isEqualTo(Decision.refused(Refusal.NO_EXTENSIONS_LEFT));
        assertThat(Receiver.receive(twice, Issues.extended(STORY, REQUEST))).isInstanceOf(Known.class);
        assertThat(Receiver.receive(twice, Issues.extended(STORY, second))).isInstanceOf(Known.class);
    }

    @Test
    void refusal_leavesClockAndAllowance_andTheWayFree() {
        Accepted refused = (Accepted) after(extensionSent, Issues.refused(STORY, REQUEST));

        assertThat(refused.terms().handle()).isEqualTo(STORY.handle());
        assertThat(allowance(refused).extensionsLeft()).isEqualTo(2);
        assertThat(refused.terms().particulars().request()).isNull();
        assertThat(Receiver.receive(refused, Issues.refused(STORY, REQUEST))).isInstanceOf(Known.class);
        assertThat(Receiver.receive(refused, Issues.extended(STORY, REQUEST))).isInstanceOf(Impossible.class);
    }

    @Test
    void suspension_restsUntilItsEnd_andGoesOnWithTheSameHandler() {
        Suspended rests = (Suspended) after(suspensionSent, Issues.suspended(STORY, REQUEST));

        assertThat(rests.rest().until()).isEqualTo(Issues.until(STORY));
        assertThat(rests.terms().particulars().allowance().suspensionsLeft()).isZero();
        assertThat(rests.terms().particulars().request()).isNull();
        Accepted again = (Accepted) after(rests, Issues.resumed(STORY, REQUEST));
        assertThat(again.terms().handle())
                .isEqualTo(Issues.resumed(STORY, REQUEST).handle());
        assertThat(again.acceptance()).isEqualTo(new Acceptance("water-supply-1", Lives.at(8)));
        assertThat(new Decider(Lives.RULES).decide(again, Lives.requestSuspension(31, "manager")))
                .isEqualTo(Decision.refused(Refusal.NO_SUSPENSIONS_LEFT));
    }

    @Test
    void answers_areKnown_whenToldTwice() {
        Assignment rests = after(suspensionSent, Issues.suspended(STORY, REQUEST));
        Assignment again = after(rests, Issues.resumed(STORY, REQUEST));

        assertThat(Receiver.receive(rests, Issues.suspended(STORY, REQUEST))).isInstanceOf(Known.class);
        assertThat(Receiver.receive(again, Issues.suspended(STORY, REQUEST)))
                .as("it does not rest again")
                .isInstanceOf(Known.class);
        assertThat(Receiver.receive(again, Issues.resumed(STORY, REQUEST))).isInstanceOf(Known.class);
    }

    @Test
    void answer_ofAnotherKind_isImpossible() {
        assertThat(Receiver.receive(extensionSent, Issues.suspended(STORY, REQUEST)))
                .isInstanceOf(Impossible.class);
        assertThat(Receiver.receive(suspensionSent, Issues.extended(STORY, REQUEST)))
                .isInstanceOf(Impossible.class);
        assertThat(Receiver.receive(suspensionSent, Issues.resumed(STORY, REQUEST)))
                .isInstanceOf(Impossible.class);
    }

    @Test
    void answer_toWhatTheManagerHasNotEndorsed_isImpossible() {
        Assignment waiting = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "handler"));

        assertThat(Receiver.receive(waiting, Issues.extended(STORY, REQUEST))).isInstanceOf(Impossible.class);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void answer_toWhatWasNeverAsked_isImpossible(Stage stage) {
        UUID unheard = UUID.randomUUID();

        assertThat(List.<AssignmentMessage>of(
                        Issues.extended(STORY, unheard),
                        Issues.suspended(STORY, unheard),
                        Issues.resumed(STORY, unheard),
                        Issues.refused(STORY, unheard)))
                .allSatisfy(message ->
                        assertThat(Receiver.receive(in(stage), message)).isInstanceOf(Impossible.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"extended", "suspended", "resumed", "refused"})
    void answer_toAnAssignmentNeverIssued_isImpossible(String word) {
        assertThat(Receiver.receive(null, message(word))).isInstanceOf(Impossible.class);
    }

    @ParameterizedTest
    @CsvSource({"RECALLED", "SETTLED"})
    void answer_isImpossible_whenAllIsOver(Stage stage) {
        AssignmentMessage end = stage == Stage.RECALLED ? STORY.recalled(Cause.RE_DISPATCHED) : STORY.settled();

        assertThat(Receiver.receive(after(extensionSent, end), Issues.extended(STORY, REQUEST)))
                .isInstanceOf(Impossible.class);
    }

    /** The department was faster than the street: the answer is written, but opens nothing. */
    @Test
    void answer_toWhatIsCompletedMeanwhile_staysCompleted() {
        Assignment done = after(extensionSent, Lives.complete(40));
        Completed extended = (Completed) after(done, Issues.extended(STORY, REQUEST));

        assertThat(extended.terms().handle())
                .isEqualTo(Issues.extended(STORY, REQUEST).handle());
        assertThat(after(done, Issues.refused(STORY, REQUEST))).isInstanceOf(Completed.class);

        Assignment rested = after(after(suspensionSent, Lives.complete(40)), Issues.suspended(STORY, REQUEST));
        assertThat(rested).isInstanceOf(Completed.class);
        assertThat(after(after(rested, STORY.reworked()), Issues.resumed(STORY, REQUEST)))
                .isInstanceOf(Accepted.class);
    }

    /** The street had decided before; dispatch and feedback read it the same way. */
    @Test
    void completion_thatCrossesASuspension_counts() {
        Completed crossed = (Completed) after(suspensionSent, Lives.complete(61));

        Completed done = (Completed) after(crossed, Issues.suspended(STORY, REQUEST));

        assertThat(done.completedAt()).isEqualTo(crossed.completedAt());
        assertThat(Receiver.receive(done, Issues.suspended(STORY, REQUEST))).isInstanceOf(Known.class);
    }

    @Test
    void recall_endsASuspension() {
        assertThat(Receiver.receive(in(Stage.SUSPENDED), STORY.recalled(Cause.RE_DISPATCHED)))
                .isInstanceOf(Changed.class);
    }

    private static AssignmentMessage message(String word) {
        return switch (word) {
            case "extended" -> Issues.extended(STORY, REQUEST);
            case "suspended" -> Issues.suspended(STORY, REQUEST);
            case "resumed" -> Issues.resumed(STORY, REQUEST);
            default -> Issues.refused(STORY, REQUEST);
        };
    }

    private static Allowance allowance(Accepted accepted) {
        return accepted.terms().particulars().allowance();
    }
}
