package org.whistle.feedback.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.feedback.Given;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.testkit.Journal;

/** What the street grants, whistles, merges and chases, on the clocks. */
class GrantedClocksTest {

    private static final FeedbackPolicy POLICY = FeedbackPolicy.DEFAULT;
    private static final UUID OTHER = Journal.newId();
    private final Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));

    private TicketClocks after(JournalEvent... events) {
        Progress progress = Progress.UNKNOWN;
        for (JournalEvent event : events) {
            progress = progress.follow(event, POLICY).progress();
        }
        return progress.clocks();
    }

    private static StageClock one(TicketClocks clocks, ClockStage stage) {
        List<StageClock> found = clocks.clocks().values().stream()
                .filter(clock -> clock.key().stage() == stage)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Threshold> told(TicketClocks clocks, ClockStage stage) {
        return clocks.alarms().stream()
                .filter(alarm -> alarm.clock().key().stage() == stage)
                .map(Alarm::threshold)
                .toList();
    }

    @Test
    void streetIsWaitedFor_onceABackstopIsMissing_andNobodyElse() {
        TicketClocks clocks = after(
                g.filed(),
                g.asked("street", "water", 1),
                g.owns(g.second, "water", false, 60),
                g.queued(org.whistle.contracts.dispatch.TicketQueued.Reason.OWNER_UNKNOWN, 1, 61));

        assertThat(clocks.clocks().values())
                .filteredOn(StageClock::isRunning)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.key().stage()).isEqualTo(ClockStage.DISPATCH);
                    assertThat(clock.limit().startedAt()).isEqualTo(g.at(61));
                });
    }

    @Test
    void extension_movesWhatIsStillAhead_andWhatWasTold_staysTold() {
        // Two hours from minute 1: warned at 97; then two hours more.
        TicketClocks clocks =
                after(g.filed(), g.dispatched("water", 1), g.extended(g.lead, "water", 1, g.clock(1, 240), 100));

        assertThat(told(clocks, ClockStage.HANDLE)).containsExactly(Threshold.WARNING);
        StageClock handle = one(clocks, ClockStage.HANDLE);
        assertThat(handle.limit().dueAt()).isEqualTo(g.at(241));
        assertThat(handle.nextAt()).isEqualTo(g.at(241));
        assertThat(handle.until(g.at(242)).passed()).containsExactly(Threshold.BREACH);
    }

    @Test
    void extension_grantedAfterTheBreach_doesNotUntellIt() {
        TicketClocks clocks =
                after(g.filed(), g.dispatched("water", 1), g.extended(g.lead, "water", 1, g.clock(1, 240), 130));

        assertThat(told(clocks, ClockStage.HANDLE)).containsExactly(Threshold.WARNING, Threshold.BREACH);
        assertThat(one(clocks, ClockStage.HANDLE).nextAt()).isEqualTo(g.at(361));
    }

    @Test
    void extension_ofAClockThatStands_orWasStopped_setsNothingGoing() {
        TicketClocks standing = after(
                g.filed(),
                g.dispatched("water", 1),
                g.paused(g.lead, 5),
                g.extended(g.lead, "water", 1, g.clock(1, 240), 8));
        TicketClocks over = after(
                g.filed(),
                g.dispatched("water", 1),
                g.completed(g.lead, "water", 30),
                g.extended(g.lead, "water", 1, g.clock(1, 240), 31));

        assertThat(one(standing, ClockStage.HANDLE).pausedAt()).isEqualTo(g.at(5));
        assertThat(one(over, ClockStage.HANDLE).stoppedAt()).isEqualTo(g.at(30));
        assertThat(one(over, ClockStage.HANDLE).limit().dueAt()).isEqualTo(g.at(241));
    }

    @Test
    void refusals_moveNothing() {
        assertThat(after(g.filed(), g.dispatched("water", 1), g.extensionRefused(g.lead, "water", 20)))
                .isEqualTo(after(g.filed(), g.dispatched("water", 1)));
    }

    @Test
    void suspension_standsStill_untilItIsResumed_andTheClockGivenGoesOn() {
        TicketClocks suspended = after(g.filed(), g.dispatched("water", 1), g.suspended(g.lead, "water", 5000, 10));
        assertThat(suspended.clocks().values()).noneMatch(StageClock::isRunning);

        TicketClocks resumed = after(
                g.filed(),
                g.dispatched("water", 1),
                g.suspended(g.lead, "water", 5000, 10),
                g.resumed(g.lead, "water", g.clock(4991, 120), 5000));
        assertThat(one(resumed, ClockStage.HANDLE).limit().dueAt()).isEqualTo(g.at(5111));
        assertThat(one(resumed, ClockStage.HANDLE).isRunning()).isTrue();
        // 15 minutes from minute 1, of which nine were used, and six are left.
        assertThat(one(resumed, ClockStage.ACCEPT).limit().dueAt()).isEqualTo(g.at(5006));
        assertThat(resumed.alarms()).isEmpty();
    }

    @Test
    void suspension_ofAnOverdueClock_stillTellsTheBreachOnce_andNoMoreAfterIt() {
        TicketClocks clocks = after(
                g.filed(),
                g.dispatched("water", 1),
                g.suspended(g.lead, "water", 5000, 125),
                g.resumed(g.lead, "water", g.clock(4876, 120), 5000));

        assertThat(told(clocks, ClockStage.HANDLE)).containsExactly(Threshold.WARNING, Threshold.BREACH);
        assertThat(one(clocks, ClockStage.HANDLE).until(g.at(6000)).passed()).containsExactly(Threshold.SUPERVISION);
    }

    @ParameterizedTest
    @ValueSource(longs = {150, 190, 181})
    void chasing_comesInTheOrderOfItsInstant_beforeOrAfterTheSupervisionOrder(long chaseMinute) {
        // Due at 121, supervised at 181.
        TicketClocks clocks = after(g.filed(), g.dispatched("water", 1, g.chased(g.clock(1, 120), chaseMinute, 400)));

        List<Threshold> passed = one(clocks, ClockStage.HANDLE).until(g.at(500)).passed();

        assertThat(passed)
                .containsExactlyElementsOf(
                        chaseMinute < 181
                                ? List.of(
                                        Threshold.WARNING,
                                        Threshold.BREACH,
                                        Threshold.CHASING,
                                        Threshold.SUPERVISION,
                                        Threshold.BULLETIN)
                                : List.of(
                                        Threshold.WARNING,
                                        Threshold.BREACH,
                                        Threshold.SUPERVISION,
                                        Threshold.CHASING,
                                        Threshold.BULLETIN));
    }

    @Test
    void chasingAndBulletin_areToldOnce_stepByStep_bySystem_andOnlyWhenTheClockHasThem() {
        StageClock clock =
                one(after(g.filed(), g.dispatched("water", 1, g.chased(g.clock(1, 120), 150, 400))), ClockStage.HANDLE);

        StageClock.Passing chased = clock.until(g.at(151));
        StageClock.Passing supervised = chased.clock().until(g.at(200));
        StageClock.Passing publicised = supervised.clock().until(g.at(401));

        assertThat(chased.passed()).endsWith(Threshold.CHASING);
        assertThat(supervised.passed()).containsExactly(Threshold.SUPERVISION);
        assertThat(publicised.passed()).containsExactly(Threshold.BULLETIN);
        assertThat(publicised.clock().nextAt()).isNull();
        assertThat(new Alarm(clock, Threshold.CHASING).event(g.at(900)))
                .isEqualTo(new TicketChased(
                        g.ticketId, Stage.HANDLE, 1, g.lead, "water", g.at(121), null, Actor.SYSTEM, g.at(150)));
        assertThat(new Alarm(clock, Threshold.BULLETIN).event(g.at(900)))
                .isInstanceOfSatisfying(BulletinIssued.class, bulletin -> assertThat(bulletin.thresholdAt())
                        .isEqualTo(g.at(400)));
        assertThat(one(after(g.filed(), g.dispatched("water", 1)), ClockStage.HANDLE)
                        .until(g.at(9000))
                        .passed())
                .doesNotContain(Threshold.CHASING, Threshold.BULLETIN);
    }

    @Test
    void ownershipAnswered_stopsTheLegsClocks_asACompletionDoes() {
        TicketClocks clocks = after(g.filed(), g.asked("street", "water", 1), g.owns(g.second, "water", true, 60));

        assertThat(clocks.clocks().values().stream()
                        .filter(clock -> g.second.equals(clock.key().assignmentId()))
                        .map(StageClock::stoppedAt))
                .containsOnly(g.at(60));
        assertThat(clocks.clocks().keySet()).noneMatch(key -> key.stage() == ClockStage.VERIFY);
    }

    @Test
    void whenEverybodyHasSaidWhoseItIs_theStreetsClockRuns_andNobodyVerifies() {
        TicketClocks clocks = after(
                g.filed(),
                g.asked("street", "water", 1),
                g.owns(g.second, "water", false, 60),
                g.completed(g.lead, "street", 50));

        assertThat(clocks.clocks().values().stream().filter(StageClock::isRunning))
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.key().stage()).isEqualTo(ClockStage.DISPATCH);
                    assertThat(clock.key().round()).isEqualTo(1);
                    assertThat(clock.limit().dueAt()).isEqualTo(g.at(75));
                });
    }

    @Test
    void checkIn_isWatchedPerLeg_andMissedOnce_whenNobodyComesInTime() {
        TicketClocks clocks = after(
                g.filed(),
                g.whistled("water", "power", 1, g.at(31)),
                g.checkedIn(g.second, "power", 20),
                g.checkedIn(g.lead, "water", 40));

        assertThat(told(clocks, ClockStage.CHECK_IN)).containsExactly(Threshold.CHECK_IN_MISSED);
        assertThat(clocks.alarms().getLast().event(g.at(40)))
                .isEqualTo(new CheckInMissed(g.ticketId, g.lead, "water", g.at(31), g.at(40)));
        assertThat(clocks.clocks().values().stream().filter(clock -> clock.key().stage() == ClockStage.CHECK_IN))
                .hasSize(2)
                .allSatisfy(clock -> assertThat(clock.until(g.at(900)).passed()).isEmpty());
    }

    @Test
    void checkIn_isNotWatched_whenTheWhistleNamesNoTime() {
        assertThat(after(g.filed(), g.whistled("water", "power", 1, null))
                        .clocks()
                        .keySet())
                .noneMatch(key -> key.stage() == ClockStage.CHECK_IN);
    }

    @Test
    void returnAskedFor_keepsNobodyAwayFromTheSite() {
        TicketClocks clocks = after(g.filed(), g.whistled("water", "power", 1, g.at(31)), g.paused(g.lead, 5));

        assertThat(clocks.clocks().values().stream().filter(clock -> clock.key().stage() == ClockStage.CHECK_IN))
                .allMatch(StageClock::isRunning);
    }

    @Test
    void laterRound_fromHandling_needsNoReturn() {
        TicketClocks clocks = after(
                g.filed(),
                g.joint("water", "power", 1),
                g.dispatched(2, 30, g.leg(g.returnId, "gas", LegRole.LEAD, 30, 120)));

        assertThat(clocks.clocks().values().stream().filter(StageClock::isRunning))
                .extracting(clock -> clock.key().assignmentId())
                .containsExactly(g.returnId, g.returnId);
    }

    @Test
    void laterRound_stopsTheVerification_whenItCrossedTheLastConfirmation() {
        TicketClocks clocks = after(
                g.filed(),
                g.dispatched("water", 1),
                g.completed(g.lead, "water", 29),
                g.dispatched(2, 30, g.leg(g.second, "gas", LegRole.LEAD, 30, 120)));

        assertThat(one(clocks, ClockStage.VERIFY).stoppedAt()).isEqualTo(g.at(30));
    }

    @Test
    void merge_stopsAllClocks_andItsUndoing_startsAFreshDispatchClock() {
        TicketClocks merged = after(g.filed(), g.merged(OTHER, 5));
        assertThat(merged.clocks().values()).noneMatch(StageClock::isRunning);

        TicketClocks again = after(g.filed(), g.merged(OTHER, 5), g.unmerged(OTHER, 100));
        assertThat(again.clocks().values().stream().filter(StageClock::isRunning))
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.key().stage()).isEqualTo(ClockStage.DISPATCH);
                    assertThat(clock.key().run()).isEqualTo(2);
                    assertThat(clock.limit().dueAt()).isEqualTo(g.at(115));
                });
        assertThat(again.alarms()).isEmpty();
    }

    @Test
    void matterBelowTheStreet_hasNoClock_untilItIsFiled() {
        assertThat(after(g.opened()).clocks()).isEmpty();
        assertThat(one(after(g.opened(), g.filed()), ClockStage.DISPATCH).isRunning())
                .isTrue();
    }
}
