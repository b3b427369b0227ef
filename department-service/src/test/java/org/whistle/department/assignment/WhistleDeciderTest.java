package org.whistle.department.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whistle.department.assignment.Lives.HANDLER;
import static org.whistle.department.assignment.Lives.MANAGER;
import static org.whistle.department.assignment.Lives.RULES;
import static org.whistle.department.assignment.Lives.STORY;
import static org.whistle.department.assignment.Lives.after;
import static org.whistle.department.assignment.Lives.at;
import static org.whistle.department.assignment.Lives.in;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.Position;
import org.whistle.contracts.assignment.RequestTerms;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.department.Issues;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Decision.Refused;

/** Being on site, and saying whose an asset is. */
class WhistleDeciderTest {

    /** 2 004 m north of the meeting point. */
    private static final Position FAR = new Position(117.06, 36.67802);
    /** 400 m east of it. */
    private static final Position NEAR = new Position(117.06448, 36.66);

    private final Decider decider = new Decider(RULES);

    @Test
    void checkIn_tellsHowFarFromTheMeetingPoint() {
        assertThat(((Done) decider.decide(called(), new Command.CheckIn(NEAR, HANDLER, at(20)))).events())
                .containsExactly(new CheckedIn(
                        STORY.ticketId(), STORY.assignmentId(), STORY.department(), NEAR, 400, HANDLER, at(20)));
    }

    @Test
    void checkIn_isRefused_fromTwoKilometresAway_withDistanceAndBound() {
        assertThat(decider.decide(called(), new Command.CheckIn(FAR, HANDLER, at(20))))
                .isEqualTo(Decision.refused(Refusal.CHECK_IN_TOO_FAR, 2004, 500));
    }

    @Test
    void checkIn_isTaken_atTheVeryBound() {
        RequestTerms exact = new RequestTerms(2, 1, Issues.until(STORY), 400);
        RequestTerms below = new RequestTerms(2, 1, Issues.until(STORY), 399);
        Command near = new Command.CheckIn(NEAR, HANDLER, at(20));

        assertThat(decider.decide(called(exact), near)).isInstanceOf(Done.class);
        assertThat(ruleOf(decider.decide(called(below), near))).isEqualTo(Refusal.CHECK_IN_TOO_FAR);
    }

    @Test
    void checkIn_isRefused_withoutAWhistle_beforeAcceptance_andTwice() {
        assertThat(ruleOf(decider.decide(in(Stage.ISSUED), Lives.checkIn(20)))).isEqualTo(Refusal.NO_WHISTLE);
        assertThat(ruleOf(decider.decide(in(Stage.ACCEPTED), Lives.checkIn(20))))
                .isEqualTo(Refusal.NO_WHISTLE);
        assertThat(ruleOf(decider.decide(Receiver.issued(Issues.whistled(STORY)), Lives.checkIn(20))))
                .isEqualTo(Refusal.NOT_ACCEPTED_YET);
        Assignment there = after(called(), Lives.checkIn(20));
        assertThat(decider.decide(there, new Command.CheckIn(NEAR, MANAGER, at(25))))
                .isEqualTo(Decision.refused(Refusal.ALREADY_CHECKED_IN, "water-supply-1", "2026-03-02 09:20:00"));
        assertThat(after(there, Lives.complete(30))).isInstanceOf(Completed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RETURN_PENDING, RETURN_PENDING",
        "SUSPENDED,      SUSPENDED",
        "COMPLETED,      ALREADY_COMPLETED",
        "RECALLED,       RECALLED",
        "SETTLED,        SETTLED",
    })
    void checkInAndAnswer_areRefused_whenNobodyHandles(Stage stage, Refusal rule) {
        assertThat(ruleOf(decider.decide(in(stage), Lives.checkIn(120)))).isEqualTo(rule);
        assertThat(ruleOf(decider.decide(in(stage), Lives.answer(120)))).isEqualTo(rule);
    }

    @Test
    void ownership_isAnswered_andCompletesIt() {
        Assignment accepted = after(toIdentify(), Lives.accept(8));

        Done done = (Done) decider.decide(accepted, Lives.answer(20));

        OwnershipAnswered answered = new OwnershipAnswered(
                STORY.ticketId(), STORY.assignmentId(), STORY.department(), true, "管网图上有本单位管线。", HANDLER, at(20));
        assertThat(done.events()).containsExactly(answered);
        assertThat(after(accepted, done)).isInstanceOfSatisfying(Completed.class, completed -> {
            assertThat(completed.completedAt()).isEqualTo(at(20));
            assertThat(completed.terms().particulars().mine()).isTrue();
        });
    }

    @Test
    void ownership_countsAsAcceptance_whenItWasNotAccepted() {
        Done done = (Done) decider.decide(toIdentify(), Lives.answer(20));

        assertThat(done.events()).hasSize(2);
        assertThat(done.events().getFirst())
                .isEqualTo(new AssignmentAccepted(
                        STORY.ticketId(), STORY.assignmentId(), STORY.department(), HANDLER, at(20)));
        assertThat(done.events().getLast()).isInstanceOf(OwnershipAnswered.class);
        assertThat(after(toIdentify(), done)).isInstanceOfSatisfying(Completed.class, completed -> assertThat(
                        completed.acceptance().handler())
                .isEqualTo("water-supply-1"));
    }

    @Test
    void identification_isNotCompleted_andNothingElseIsAnswered() {
        Assignment accepted = after(toIdentify(), Lives.accept(8));
        Assignment safe =
                Receiver.issued(Issues.with(STORY.assignmentIssued(), LegTask.MAKE_SAFE, null, Issues.terms(STORY)));

        assertThat(ruleOf(decider.decide(toIdentify(), Lives.complete(20)))).isEqualTo(Refusal.OWNERSHIP_TO_ANSWER);
        assertThat(ruleOf(decider.decide(accepted, Lives.complete(20)))).isEqualTo(Refusal.OWNERSHIP_TO_ANSWER);
        assertThat(ruleOf(decider.decide(in(Stage.ISSUED), Lives.answer(20)))).isEqualTo(Refusal.NOT_AN_IDENTIFICATION);
        assertThat(ruleOf(decider.decide(in(Stage.ACCEPTED), Lives.answer(20))))
                .isEqualTo(Refusal.NOT_AN_IDENTIFICATION);
        assertThat(ruleOf(decider.decide(safe, Lives.answer(20)))).isEqualTo(Refusal.NOT_AN_IDENTIFICATION);
        assertThat(decider.decide(after(safe, Lives.accept(8)), Lives.complete(20)))
                .isInstanceOf(Done.class);
    }

    private static Assignment toIdentify() {
        return Receiver.issued(Issues.toIdentify(STORY));
    }

    private static Assignment called() {
        return called(Issues.terms(STORY));
    }

    private static Assignment called(RequestTerms terms) {
        return after(
                Receiver.issued(Issues.with(STORY.assignmentIssued(), null, Issues.whistle(STORY), terms)),
                Lives.accept(8));
    }

    private static Refusal ruleOf(Decision decision) {
        return ((Refused) decision).rule();
    }
}
