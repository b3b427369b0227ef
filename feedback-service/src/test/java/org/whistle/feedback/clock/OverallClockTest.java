package org.whistle.feedback.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.feedback.OverallPassed;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.feedback.Given;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.testkit.Journal;

/** The clock of the whole ticket, from filing to closing. */
class OverallClockTest {

    private static final FeedbackPolicy POLICY = FeedbackPolicy.DEFAULT;
    private static final Duration REST = POLICY.verify().plus(POLICY.contact());
    private static final UUID OTHER = Journal.newId();
    private final Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));

    private TicketClocks after(JournalEvent... events) {
        Progress progress = Progress.UNKNOWN;
        for (JournalEvent event : events) {
            progress = progress.follow(event, POLICY).progress();
        }
        Loop loop = progress.loop();
        assertThat(loop).isNotNull();
        wholes(progress.clocks()).filter(StageClock::isRunning).forEach(clock -> assertThat(
                        clock.limit().dueAt())
                .as("the clock is due when the ticket is")
                .isEqualTo(loop.matter().closeDueAt()));
        return progress.clocks();
    }

    private static Stream<StageClock> wholes(TicketClocks clocks) {
        return clocks.clocks().values().stream().filter(clock -> clock.key().stage() == ClockStage.OVERALL);
    }

    private static StageClock whole(TicketClocks clocks) {
        List<StageClock> found = wholes(clocks).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void clock_runsFromTheFiling_overAllStagesTogether_onceTheTicketIsDispatched() {
        assertThat(wholes(after(g.filed()))).isEmpty();

        StageClock clock = whole(after(g.filed(), g.joint("water", "power", 1)));

        assertThat(clock.key()).isEqualTo(new StageClock.Key(g.ticketId, ClockStage.OVERALL, 0, null, 1));
        assertThat(clock.department()).isNull();
        Instant due = g.at(241).plus(REST);
        assertThat(clock.limit().startedAt()).isEqualTo(g.filedAt);
        assertThat(clock.limit().dueAt()).as("the longest part counts").isEqualTo(due);
        Duration limit = Duration.between(g.filedAt, due);
        assertThat(clock.limit().warnAt())
                .isEqualTo(g.filedAt.plus(limit.multipliedBy(80).dividedBy(100)));
        assertThat(clock.limit().superviseAt())
                .isEqualTo(g.filedAt.plus(limit.multipliedBy(150).dividedBy(100)));
    }

    @Test
    void eachThreshold_isToldOnce_asAnEventOfItsOwn() {
        StageClock clock = whole(after(g.filed(), g.dispatched("water", 1)));
        Instant late = clock.limit().superviseAt().plusSeconds(1);

        StageClock.Passing passing = clock.until(late);

        assertThat(passing.passed()).containsExactly(Threshold.WARNING, Threshold.BREACH, Threshold.SUPERVISION);
        assertThat(passing.clock().until(late.plusSeconds(1_000_000)).passed()).isEmpty();
        assertThat(passing.clock().nextAt())
                .as("neither chased nor made public")
                .isNull();
        assertThat(new Alarm(clock, Threshold.BREACH).event(late))
                .isEqualTo(new OverallPassed(
                        g.ticketId,
                        OverallPassed.Passed.BREACH,
                        0,
                        clock.limit().dueAt(),
                        clock.limit().dueAt()));
    }

    @Test
    void extension_suspension_andALaterRound_moveTheSameClock() {
        Instant before =
                whole(after(g.filed(), g.dispatched("water", 1))).limit().dueAt();

        assertThat(whole(after(
                                g.filed(),
                                g.dispatched("water", 1),
                                g.extended(g.lead, "water", 1, g.clock(1, 240), 100)))
                        .limit()
                        .dueAt())
                .isEqualTo(before.plus(Duration.ofMinutes(120)));
        assertThat(whole(after(g.filed(), g.dispatched("water", 1), g.suspended(g.lead, "water", 1060, 60)))
                        .limit()
                        .dueAt())
                .isEqualTo(before.plus(Duration.ofMinutes(1000)));
        StageClock later = whole(after(
                g.filed(),
                g.dispatched("water", 1),
                g.dispatched(2, 31, g.leg(g.second, "gas", LegRole.LEAD, 31, 120))));
        assertThat(later.key().run()).isEqualTo(1);
        assertThat(later.isRunning()).isTrue();
        assertThat(later.limit().dueAt()).isEqualTo(before.plus(Duration.ofMinutes(30)));
    }

    @Test
    void whatWasTold_staysTold_whereverTheDueMoves() {
        TicketClocks clocks =
                after(g.filed(), g.dispatched("water", 1), g.extended(g.lead, "water", 1, g.clock(1, 10_000), 1_400));

        assertThat(clocks.alarms().stream()
                        .filter(alarm -> alarm.clock().key().stage() == ClockStage.OVERALL)
                        .map(Alarm::threshold))
                .as("80 % had been used up when more was granted")
                .containsExactly(Threshold.WARNING);
        assertThat(whole(clocks).told()).containsExactly(Threshold.WARNING);
    }

    @Test
    void clock_runsOnThroughVerificationAndAnswer_andStopsWithTheClosing() {
        VerificationPassed verified =
                new VerificationPassed(g.ticketId, "已修复", Given.SITE, List.of(), Given.STREET, g.at(70));
        TicketClocks waiting = after(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 60), verified);
        assertThat(whole(waiting).isRunning()).isTrue();

        TicketClocks closed = after(
                g.filed(),
                g.dispatched("water", 1),
                g.completed(g.lead, "water", 60),
                verified,
                new TicketClosed(g.ticketId, TicketClosed.Outcome.SOLVED, null, Given.STREET, g.at(90)));
        assertThat(whole(closed).stoppedAt()).isEqualTo(g.at(90));
    }

    @Test
    void mergedTicket_isNotWaitedFor_andItsUndoingIsAnotherRun() {
        TicketClocks again = after(
                g.filed(),
                g.dispatched("water", 1),
                g.merged(OTHER, 5),
                g.unmerged(OTHER, 50),
                g.dispatched(2, 51, g.leg(g.second, "water", LegRole.LEAD, 51, 120)));

        assertThat(wholes(again))
                .extracting(clock -> clock.key().run(), StageClock::isRunning)
                .containsExactly(tuple(1, false), tuple(2, true));
    }
}
