package org.whistle.feedback.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.feedback.Given;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.policy.FeedbackPolicy;

class TicketClocksTest {

    private static final FeedbackPolicy POLICY = FeedbackPolicy.DEFAULT;
    private final Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));

    private TicketClocks after(JournalEvent... events) {
        Progress progress = Progress.UNKNOWN;
        for (JournalEvent event : events) {
            progress = progress.follow(event, POLICY).progress();
        }
        return progress.clocks();
    }

    /** The clocks of the stages; the whole has tests of its own. */
    private static Stream<StageClock> stages(TicketClocks clocks) {
        return clocks.clocks().values().stream().filter(clock -> clock.key().stage() != ClockStage.OVERALL);
    }

    private static StageClock one(TicketClocks clocks, ClockStage stage) {
        List<StageClock> found = clocks.clocks().values().stream()
                .filter(clock -> clock.key().stage() == stage)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void dispatchClock_runsFromFiling_andStopsAtDispatch() {
        assertThat(one(after(g.filed()), ClockStage.DISPATCH).nextAt()).isEqualTo(g.at(12));
        assertThat(one(after(g.filed(), g.dispatched("water", 5)), ClockStage.DISPATCH)
                        .stoppedAt())
                .isEqualTo(g.at(5));
    }

    @Test
    void missedThresholds_areToldOnce_whenTheStopComesLater_withTheirTrueInstants() {
        TicketClocks clocks = after(g.filed(), g.dispatched("water", 16));

        assertThat(clocks.alarms()).extracting(Alarm::threshold).containsExactly(Threshold.WARNING, Threshold.BREACH);
        assertThat(clocks.alarms().get(1).event(g.at(16))).isInstanceOfSatisfying(ClockBreached.class, breached -> {
            assertThat(breached.thresholdAt()).isEqualTo(g.at(15));
            assertThat(breached.round()).isZero();
            assertThat(breached.department()).isNull();
        });
        assertThat(one(clocks, ClockStage.DISPATCH).nextAt()).isNull();
        assertThat(one(clocks, ClockStage.DISPATCH).told())
                .containsExactlyInAnyOrder(Threshold.WARNING, Threshold.BREACH);
    }

    @Test
    void finishingOnTheDot_isNoBreach() {
        assertThat(after(g.filed(), g.dispatched("water", 15)).alarms())
                .extracting(Alarm::threshold)
                .containsExactly(Threshold.WARNING);
    }

    @Test
    void passing_tellsEachThresholdOnce() {
        StageClock clock = one(after(g.filed()), ClockStage.DISPATCH);

        StageClock.Passing first = clock.until(g.at(13));
        StageClock.Passing second = first.clock().until(g.at(60));

        assertThat(first.passed()).containsExactly(Threshold.WARNING);
        assertThat(second.passed()).containsExactly(Threshold.BREACH, Threshold.SUPERVISION);
        assertThat(second.clock().until(g.at(600)).passed()).isEmpty();
    }

    @Test
    void pause_standsStill_andTheRefusedReturnMovesTheClock() {
        TicketClocks paused = after(g.filed(), g.dispatched("water", 1), g.paused(g.lead, 5));
        assertThat(one(paused, ClockStage.HANDLE).nextAt()).isNull();
        assertThat(one(paused, ClockStage.ACCEPT).nextAt()).isNull();

        TicketClocks goesOn = after(
                g.filed(),
                g.dispatched("water", 1),
                g.paused(g.lead, 5),
                g.returnRefused(g.lead, "water", g.clock(61, 120), 65));
        assertThat(one(goesOn, ClockStage.HANDLE).limit().dueAt()).isEqualTo(g.at(181));
        // 15 minutes from minute 1, and 60 minutes of pause.
        assertThat(one(goesOn, ClockStage.ACCEPT).limit().dueAt()).isEqualTo(g.at(76));
    }

    @Test
    void approvedReturn_endsTheLegsClocks_andTheQueueStartsANewDispatchClock() {
        TicketClocks clocks = after(
                g.filed(),
                g.dispatched("water", 1),
                g.paused(g.lead, 5),
                g.returnApproved(g.lead, "water", 10),
                g.queued(TicketQueued.Reason.RETURNED, 1, 10));

        assertThat(stages(clocks).filter(StageClock::isRunning)).singleElement().satisfies(clock -> {
            assertThat(clock.key().stage()).isEqualTo(ClockStage.DISPATCH);
            assertThat(clock.key().round()).isEqualTo(1);
            assertThat(clock.limit().dueAt()).isEqualTo(g.at(25));
        });
    }

    @Test
    void verifyClock_startsAtTheLastConfirmation() {
        TicketClocks clocks = after(
                g.filed(),
                g.joint("water", "power", 1),
                g.completed(g.second, "power", 40),
                g.completed(g.lead, "water", 30));

        assertThat(one(clocks, ClockStage.VERIFY).limit().dueAt()).isEqualTo(g.at(70));
    }

    @Test
    void rework_goesOnWithTheSameClock_soAWarningIsNotGivenTwice_butVerifyIsANewRun() {
        ReworkOrdered ordered =
                new ReworkOrdered(g.ticketId, g.lead, "x", Given.SITE, List.of(), Given.STREET, g.at(110));
        TicketClocks clocks = after(
                g.filed(),
                g.dispatched("water", 1),
                g.completed(g.lead, "water", 100),
                ordered,
                g.reworkAssigned(g.lead, "water", g.clock(11, 120), 111),
                g.completed(g.lead, "water", 120));

        assertThat(clocks.alarms().stream()
                        .filter(alarm -> alarm.clock().key().stage() == ClockStage.HANDLE)
                        .map(Alarm::threshold))
                .containsExactly(Threshold.WARNING);
        assertThat(clocks.clocks().values().stream()
                        .filter(clock -> clock.key().stage() == ClockStage.VERIFY)
                        .map(clock -> clock.key().run()))
                .containsExactly(1, 2);
    }

    @Test
    void laterRound_stopsEverythingOfTheOneBefore() {
        TicketClocks clocks = after(
                g.filed(),
                g.joint("water", "power", 1),
                g.paused(g.lead, 2),
                g.returnApproved(g.lead, "water", 3),
                g.dispatched(2, 3, g.leg(g.returnId, "gas", LegRole.LEAD, 3, 120)));

        assertThat(stages(clocks).filter(StageClock::isRunning))
                .extracting(clock -> clock.key().assignmentId())
                .containsExactly(g.returnId, g.returnId);
    }
}
