package org.whistle.feedback.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.feedback.Given;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.testkit.Journal;

/** Given events, what a loop becomes: merges, matters below the street, what the street grants. */
class MergedLoopTest {

    private static final FeedbackPolicy POLICY = FeedbackPolicy.DEFAULT;
    private static final UUID OTHER = Journal.newId();
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

    private static Step then(Loop loop, JournalEvent event) {
        return new LoopEvolution(POLICY).evolve(loop, event);
    }

    private LoopLeg leg(Loop loop, UUID id) {
        return loop.matter().leg(id).orElseThrow();
    }

    @Test
    void merged_isDueForNothingMore_andEndsWhatIsNotConfirmed() {
        Loop loop =
                given(g.filed(), g.joint("water", "power", 1), g.completed(g.second, "power", 20), g.merged(OTHER, 30));

        assertThat(loop).isInstanceOfSatisfying(Loop.Merged.class, merged -> {
            assertThat(merged.into()).isEqualTo(OTHER);
            assertThat(merged.matter().closeDueAt()).isNull();
        });
        assertThat(leg(loop, g.lead).ended()).isEqualTo(new LoopLeg.Ending(LoopLeg.Cause.MERGED, g.at(30)));
        assertThat(leg(loop, g.second).isStanding()).isTrue();
    }

    @Test
    void crossingNews_ofAMergedTicket_isPassedOver() {
        Loop merged = given(g.filed(), g.merged(OTHER, 2));

        for (JournalEvent crossing : List.of(
                g.queued(TicketQueued.Reason.UNCLASSIFIED, 0, 1),
                g.dispatched("water", 3),
                g.accepted(g.lead, "water", 4),
                g.completed(g.lead, "water", 5),
                g.notAccepted(6),
                g.merged(OTHER, 2))) {
            assertThat(then(merged, crossing)).as(crossing.toString()).isInstanceOf(Step.Known.class);
        }
    }

    @Test
    void unmerged_standsForItself_andIsDispatchedAnew_inALaterRound() {
        Loop loop = given(g.filed(), g.dispatched("water", 1), g.merged(OTHER, 30), g.unmerged(OTHER, 60));

        assertThat(loop).isInstanceOfSatisfying(Loop.Reported.class, reported -> assertThat(reported.since())
                .isEqualTo(g.at(60)));
        assertThat(then(loop, g.queued(TicketQueued.Reason.UNCLASSIFIED, 1, 61)))
                .isInstanceOf(Step.Moved.class);
        assertThat(then(loop, g.dispatched(2, 62, g.leg(g.second, "gas", LegRole.LEAD, 62, 120))))
                .isInstanceOfSatisfying(
                        Step.Moved.class,
                        moved -> assertThat(moved.loop().matter().closeDueAt()).isNotNull());
    }

    @Test
    void unmerge_fromAnotherTicket_orOfOneNeverMerged_changesNothing() {
        assertThat(then(given(g.filed(), g.merged(OTHER, 2)), g.unmerged(Journal.newId(), 3)))
                .isInstanceOf(Step.Known.class);
        assertThat(then(given(g.filed()), g.unmerged(OTHER, 3))).isInstanceOf(Step.Known.class);
    }

    @Test
    void closedWithTheOther_keepsTheLink_andCanStillBeTakenApart() {
        Loop.Merged merged = (Loop.Merged) given(g.filed(), g.merged(OTHER, 2));
        Loop.Closed other = new Loop.Closed(merged.matter(), TicketClosed.Outcome.SOLVED, g.at(90), null);

        Loop.Closed closed = Merging.closedWith(merged, other);

        assertThat(closed).isEqualTo(new Loop.Closed(merged.matter(), TicketClosed.Outcome.SOLVED, g.at(90), OTHER));
        assertThat(then(closed, g.unmerged(OTHER, 100))).isInstanceOf(Step.Moved.class);
        assertThat(then(closed, g.dispatched("water", 3))).isInstanceOf(Step.Known.class);
    }

    @Test
    void closedTicket_isNotMergedAfterwards() {
        Loop closed = new Loop.Closed(given(g.filed()).matter(), TicketClosed.Outcome.SOLVED, g.at(90), null);

        assertThat(then(closed, g.merged(OTHER, 91))).isInstanceOf(Step.Known.class);
    }

    @Test
    void matterBelowTheStreet_countsAsReported_untilItIsFiledAsATicket() {
        Loop below = given(g.opened());
        assertThat(below).isInstanceOf(Loop.Registered.class);

        assertThat(given(g.opened(), g.filed())).isInstanceOfSatisfying(Loop.Reported.class, reported -> {
            assertThat(reported.matter().type()).isEqualTo("C0101");
            assertThat(reported.matter().urgency()).isNotNull();
        });
        assertThat(then(given(g.opened(), g.filed()), g.filed())).isInstanceOf(Step.Known.class);
        assertThat(then(given(g.routine()), g.filed())).isInstanceOf(Step.Known.class);
        assertThat(then(below, g.dispatched("water", 1))).isInstanceOf(Step.Misplaced.class);
    }

    @Test
    void extension_isCounted_once_andMovesTheClosing() {
        Loop before = given(g.filed(), g.dispatched("water", 1));
        Loop after = given(g.filed(), g.dispatched("water", 1), g.extended(g.lead, "water", 1, g.clock(1, 240), 60));

        assertThat(leg(after, g.lead).course().extensions()).isEqualTo(1);
        assertThat(leg(after, g.lead).dueAt()).isEqualTo(g.at(241));
        assertThat(after.matter().closeDueAt())
                .isEqualTo(before.matter().closeDueAt().plusSeconds(120 * 60));
        assertThat(then(after, g.extended(g.lead, "water", 1, g.clock(1, 360), 61)))
                .isInstanceOf(Step.Known.class);
    }

    @Test
    void suspension_putsTheClosingOff_untilItIsResumed() {
        Loop before = given(g.filed(), g.dispatched("water", 1));
        Loop suspended = given(g.filed(), g.dispatched("water", 1), g.suspended(g.lead, "water", 1060, 60));
        Loop resumed = given(
                g.filed(),
                g.dispatched("water", 1),
                g.suspended(g.lead, "water", 1060, 60),
                g.resumed(g.lead, "water", g.clock(441, 120), 500));

        assertThat(leg(suspended, g.lead).isSuspended()).isTrue();
        assertThat(suspended.matter().closeDueAt())
                .isEqualTo(before.matter().closeDueAt().plusSeconds(1000 * 60));
        assertThat(leg(resumed, g.lead).isSuspended()).isFalse();
        assertThat(resumed.matter().closeDueAt())
                .isEqualTo(before.matter().closeDueAt().plusSeconds(440 * 60));
        assertThat(then(resumed, g.resumed(g.lead, "water", g.clock(1, 120), 501)))
                .isInstanceOf(Step.Known.class);
    }

    @Test
    void identification_isNoHandling_andWaitsForTheStreet() {
        Loop asked = given(
                g.filed(),
                g.asked("street", "water", 1),
                g.completed(g.lead, "street", 50),
                g.owns(g.second, "water", true, 60));

        assertThat(asked).isInstanceOf(Loop.Queued.class);
        assertThat(then(asked, g.dispatched(2, 61, g.leg(g.returnId, "water", LegRole.LEAD, 61, 120))))
                .isInstanceOf(Step.Moved.class);
    }

    @Test
    void assetThatNobodyClaims_andNoBackstopTakes_waitsForTheStreet_alsoWhileItIsMadeSafe() {
        Loop waits = given(
                g.filed(),
                g.asked("street", "water", 1),
                g.owns(g.second, "water", false, 60),
                g.queued(TicketQueued.Reason.OWNER_UNKNOWN, 1, 61));

        assertThat(waits).isInstanceOf(Loop.Queued.class);
        assertThat(then(waits, g.dispatched(2, 70, g.leg(g.returnId, "water", LegRole.LEAD, 70, 120))))
                .isInstanceOf(Step.Moved.class);
    }

    @Test
    void completionThatCrossesASuspension_counts_whicheverWasReadFirst() {
        Loop before = given(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 61));
        Loop crossed = given(
                g.filed(),
                g.dispatched("water", 1),
                g.suspended(g.lead, "water", 1060, 60),
                g.completed(g.lead, "water", 61));
        assertThat(crossed).isEqualTo(before).isInstanceOf(Loop.AwaitingVerification.class);
        assertThat(then(before, g.suspended(g.lead, "water", 1060, 60)))
                .as("read the other way round")
                .isInstanceOf(Step.Known.class);
    }

    @Test
    void refusedReturnOfAPartThatRests_leavesItResting() {
        Loop rests = given(g.filed(), g.dispatched("water", 1), g.suspended(g.lead, "water", 1060, 60));

        assertThat(then(rests, g.returnRefused(g.lead, "water", g.clock(1, 120), 61)))
                .isInstanceOf(Step.Known.class);
    }

    @Test
    void laterRound_isFollowed_fromHandling_andFromAVerificationItCrossed() {
        JournalEvent later = g.dispatched(2, 30, g.leg(g.second, "gas", LegRole.LEAD, 30, 120));

        assertThat(given(g.filed(), g.dispatched("water", 1), later)).isInstanceOf(Loop.Handling.class);
        assertThat(given(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 29), later))
                .isInstanceOf(Loop.Handling.class);
    }
}
