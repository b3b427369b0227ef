package org.whistle.intake.fate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.intake.fate.Evolution.Counted;
import org.whistle.intake.fate.Evolution.Moved;
import org.whistle.intake.fate.Evolution.Noted;
import org.whistle.intake.fate.Evolution.Passed;
import org.whistle.intake.fate.Evolution.Repeated;
import org.whistle.intake.fate.Evolution.Stray;
import org.whistle.intake.fate.Fate.State;
import org.whistle.testkit.Story;

class EvolveTest {

    private final Story story = Story.begin();

    @Test
    void ticket_isQueued_thenDispatched() {
        assertThat(given(queued())).extracting(Fate::state).isEqualTo(State.QUEUED);
        assertThat(given(queued(), story.ticketDispatched())).satisfies(fate -> {
            assertThat(fate.state()).isEqualTo(State.DISPATCHED);
            assertThat(fate.round()).isEqualTo(1);
            assertThat(fate.type()).isEqualTo("C0101");
            assertThat(fate.lead()).hasValueSatisfying(lead -> {
                assertThat(lead.department()).isEqualTo(Story.LEAD);
                assertThat(lead.dueAt()).isEqualTo(story.handle().dueAt());
            });
        });
    }

    @Test
    void loop_runsThrough() {
        Fate completed = given(story.ticketDispatched(), story.accepted(), story.completed());
        boolean alone = completed.legs().size() == 1;

        assertThat(given(story.ticketDispatched(), story.accepted()).state()).isEqualTo(State.ACCEPTED);
        assertThat(completed.state()).isEqualTo(alone ? State.COMPLETED : State.ACCEPTED);
        Fate verified = then(completed, story.verificationPassed());
        assertThat(verified.state()).isEqualTo(State.VERIFIED);
        assertThat(Evolve.evolve(verified, story.reporterAnswered(true))).isInstanceOf(Noted.class);
        Fate closed = then(verified, story.ticketClosed(TicketClosed.Outcome.SOLVED));
        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.departments()).contains(Story.LEAD);
    }

    @Test
    void jointTicket_isCompleted_whenEveryBodyIsDone() {
        UUID partner = UUID.randomUUID();
        Clock handle = story.handle();
        TicketDispatched lead = story.ticketDispatched();
        var legs = List.of(
                lead.lead(),
                new Leg(partner, Story.PARTNER, LegRole.COOPERATING, lead.lead().accept(), handle));
        TicketDispatched joint = new TicketDispatched(
                story.ticketId(),
                1,
                lead.type(),
                lead.condition(),
                lead.urgency(),
                lead.limit(),
                legs,
                lead.why(),
                lead.dispatchedAt());
        AssignmentCompleted done = story.completed();
        AssignmentAccepted taken = story.accepted();

        Fate both = given(joint);
        assertThat(both.departments()).containsExactly(Story.LEAD, Story.PARTNER);
        Fate partnerFirst = then(
                both, new AssignmentAccepted(story.ticketId(), partner, Story.PARTNER, taken.by(), taken.acceptedAt()));
        assertThat(partnerFirst.state()).isEqualTo(State.DISPATCHED);
        Fate leadDone = then(then(partnerFirst, story.accepted()), story.completed());
        assertThat(leadDone.state()).isEqualTo(State.ACCEPTED);
        Fate allDone = then(
                leadDone,
                new AssignmentCompleted(
                        story.ticketId(), partner, Story.PARTNER, "好了", done.photos(), done.by(), done.completedAt()));
        assertThat(allDone.state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void rework_goesBack_withTheClockThatGoesOn() {
        Fate rework = then(given(story.ticketDispatched(), story.accepted(), story.completed()), story.reworkOrdered());
        assertThat(rework.state()).isEqualTo(State.REWORK);

        Fate assigned = then(rework, story.reworkAssigned());
        assertThat(assigned.state()).isEqualTo(State.REWORK);
        assertThat(assigned.lead().orElseThrow().dueAt())
                .isEqualTo(story.reworkAssigned().handle().dueAt());
        assertThat(Evolve.evolve(assigned, story.completed())).isInstanceOf(Moved.class);
    }

    @Test
    void refusedReturn_movesTheDueTime() {
        Fate paused = then(given(story.ticketDispatched(), story.accepted()), story.handlingPaused());
        assertThat(paused.lead().orElseThrow().paused()).isTrue();
        assertThat(Evolve.evolve(paused, story.handlingPaused())).isInstanceOf(Repeated.class);

        Fate goesOn = then(paused, story.returnRefused());
        assertThat(goesOn.lead().orElseThrow().paused()).isFalse();
        assertThat(goesOn.lead().orElseThrow().dueAt())
                .isEqualTo(story.returnRefused().handle().dueAt());
        assertThat(Evolve.evolve(goesOn, story.returnRefused())).isInstanceOf(Repeated.class);
    }

    @Test
    void approvedReturn_takesTheTicketFromTheBody() {
        Fate returned = then(given(story.ticketDispatched(), story.accepted()), story.returnApproved());

        assertThat(returned.departments()).doesNotContain(Story.LEAD);
        assertThat(Evolve.evolve(returned, story.completed())).isInstanceOf(Stray.class);
    }

    @Test
    void ticketThatBelongsElsewhere_ends_withItsExplanation() {
        Fate refused = given(queued(), story.ticketNotAccepted());

        assertThat(refused.state()).isEqualTo(State.NOT_ACCEPTED);
        assertThat(refused.explanation()).startsWith("人民法院");
        assertThat(Evolve.evolve(refused, story.ticketNotAccepted())).isInstanceOf(Repeated.class);
        assertThat(Evolve.evolve(refused, story.ticketClosed(TicketClosed.Outcome.NOT_ACCEPTED)))
                .isInstanceOf(Noted.class);
        assertThat(Evolve.evolve(refused, story.ticketDispatched())).isInstanceOf(Stray.class);
    }

    @Test
    void reopenedTicket_isDispatchedAgain_inTheNextRound() {
        Fate reopened = then(
                given(story.ticketDispatched(), story.accepted(), story.completed(), story.verificationPassed()),
                story.ticketReopened(1));
        assertThat(reopened.state()).isEqualTo(State.REOPENED);
        assertThat(reopened.isOpen()).isTrue();
        assertThat(reopened.legs()).isEmpty();
        assertThat(Evolve.evolve(reopened, story.ticketReopened(1))).isInstanceOf(Repeated.class);

        TicketDispatched first = story.ticketDispatched();
        Fate again = then(
                reopened,
                new TicketDispatched(
                        story.ticketId(),
                        2,
                        first.type(),
                        first.condition(),
                        first.urgency(),
                        first.limit(),
                        first.legs(),
                        first.why(),
                        first.dispatchedAt()));
        assertThat(again.state()).isEqualTo(State.DISPATCHED);
        assertThat(again.round()).isEqualTo(2);
        assertThat(Evolve.evolve(again, first)).isInstanceOf(Stray.class);
    }

    @Test
    void sameFact_changesNothing_theSecondTime() {
        Fate fate = given(queued());
        assertThat(Evolve.evolve(fate, queued())).isInstanceOf(Repeated.class);
        fate = then(fate, story.ticketDispatched());
        assertThat(Evolve.evolve(fate, story.ticketDispatched())).isInstanceOf(Repeated.class);
        fate = then(fate, story.accepted());
        assertThat(Evolve.evolve(fate, story.accepted())).isInstanceOf(Repeated.class);
        fate = then(fate, story.completed());
        assertThat(Evolve.evolve(fate, story.completed())).isInstanceOf(Repeated.class);
        fate = then(fate, story.verificationPassed());
        assertThat(Evolve.evolve(fate, story.verificationPassed())).isInstanceOf(Repeated.class);
        fate = then(fate, story.ticketClosed(TicketClosed.Outcome.SOLVED));
        assertThat(Evolve.evolve(fate, story.ticketClosed(TicketClosed.Outcome.SOLVED)))
                .isInstanceOf(Repeated.class);
    }

    @Test
    void factsOfAClosedTicket_areReported() {
        Fate closed = given(story.ticketDispatched(), story.ticketClosed(TicketClosed.Outcome.SOLVED));

        assertThat(Evolve.evolve(closed, queued())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(closed, story.ticketDispatched())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(closed, story.ticketNotAccepted())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(closed, story.accepted())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(closed, story.verificationPassed())).isInstanceOf(Stray.class);
    }

    @Test
    void factsOfAnUnknownAssignment_areReported() {
        Fate filed = Fate.filed(story.ticketId());

        assertThat(Evolve.evolve(filed, story.accepted())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(filed, story.progressNoted())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(filed, story.completed())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(filed, story.returnRequested())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(filed, story.handlingPaused())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(filed, story.returnApproved())).isInstanceOf(Stray.class);
        assertThat(Evolve.evolve(filed, story.reworkOrdered())).isInstanceOf(Stray.class);
    }

    @Test
    void progressAndReturns_areNoted() {
        Fate fate = given(story.ticketDispatched(), story.accepted());

        assertThat(Evolve.evolve(fate, story.progressNoted())).isInstanceOf(Noted.class);
        assertThat(Evolve.evolve(fate, story.returnRequested())).isInstanceOf(Noted.class);
    }

    @Test
    void clocksAndOwnEvents_areNotTheReportersBusiness() {
        Fate fate = given(story.ticketDispatched());

        assertThat(Evolve.evolve(fate, story.clockWarned(Stage.ACCEPT))).isInstanceOf(Passed.class);
        assertThat(Evolve.evolve(fate, story.clockBreached(Stage.ACCEPT))).isInstanceOf(Passed.class);
        assertThat(Evolve.evolve(fate, story.supervisionOrdered(Stage.ACCEPT))).isInstanceOf(Passed.class);
        assertThat(Evolve.evolve(fate, story.reportFiled())).isInstanceOf(Passed.class);
        assertThat(Happening.of(story.clockWarned(Stage.ACCEPT))).isEmpty();
        assertThat(Happening.of(story.reportFiled())).isEmpty();
    }

    @Test
    void mergedTicket_isLedByNobody_andFollowsTheOtherOne() {
        UUID into = UUID.randomUUID();
        Fate merged = given(story.ticketDispatched(), story.accepted()).merged(into);

        assertThat(merged.state()).isEqualTo(State.MERGED);
        assertThat(merged.isOpen()).isFalse();
        assertThat(merged.departments()).isEmpty();
        assertThat(merged.mergedInto()).isEqualTo(into);
        assertThat(Evolve.evolve(merged, story.completed())).isInstanceOf(Passed.class);
        assertThat(Evolve.evolve(merged, story.ticketDispatched())).isInstanceOf(Passed.class);
        assertThat(Evolve.evolve(merged, story.ticketClosed(TicketClosed.Outcome.SOLVED)))
                .isInstanceOf(Passed.class);
    }

    @Test
    void dispatchBeforeTheMergeWasHeard_countsTheRoundOn_soThatTheNextIsNew() {
        Fate merged = Fate.filed(story.ticketId()).merged(UUID.randomUUID());

        assertThat(Evolve.evolve(merged, story.ticketDispatched())).isEqualTo(new Counted(merged.inRound(1)));
        Fate late = merged.inRound(1);
        assertThat(late.state()).isEqualTo(State.MERGED);
        assertThat(late.round()).isEqualTo(1);
        Fate alone = late.unmerged();
        assertThat(alone.state()).isEqualTo(State.FILED);
        assertThat(alone.mergedInto()).isNull();
        assertThat(Evolve.evolve(alone, story.ticketDispatched())).isInstanceOf(Stray.class);
    }

    @Test
    void ownEvents_afterTheReport_areOnTheTimeline_andMoveNothing() {
        Fate fate = given(story.ticketDispatched());
        Actor by = new Actor("community", null);
        TicketMerged merged = new TicketMerged(story.ticketId(), UUID.randomUUID(), "同一", by, Story.FILED_AT);
        MatterPassedUp passed = new MatterPassedUp(
                story.ticketId(), ChainLevel.COMMUNITY, ChainLevel.STREET, "未能解决", by, Story.FILED_AT);

        assertThat(Evolve.evolve(fate, merged)).isInstanceOf(Noted.class);
        assertThat(Evolve.evolve(fate, passed)).isInstanceOf(Noted.class);
        assertThat(Happening.of(merged))
                .hasValueSatisfying(line -> assertThat(line.note()).isNull());
        assertThat(Happening.of(passed))
                .hasValueSatisfying(line -> assertThat(line.note()).isEqualTo("street"));
    }

    private TicketQueued queued() {
        return story.ticketQueued(TicketQueued.Reason.NO_ANSWER);
    }

    private Fate given(JournalEvent... events) {
        Fate fate = Fate.filed(story.ticketId());
        for (JournalEvent event : events) {
            fate = then(fate, event);
        }
        return fate;
    }

    private static Fate then(Fate fate, JournalEvent event) {
        Evolution evolution = Evolve.evolve(fate, event);
        assertThat(evolution).as(event.toString()).isInstanceOf(Moved.class);
        return ((Moved) evolution).fate();
    }
}
