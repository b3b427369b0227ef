package org.whistle.feedback.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.feedback.Given;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.loop.Step;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.testkit.Journal;

class ChasingTest {

    private final Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));
    private final Chasing chasing = new Chasing(Duration.ofHours(1));

    private Progress given(JournalEvent... events) {
        Progress progress = Progress.UNKNOWN;
        for (JournalEvent event : events) {
            Progress.Result result = progress.follow(event, FeedbackPolicy.DEFAULT);
            assertThat(result.step()).as(event.toString()).isInstanceOf(Step.Moved.class);
            progress = result.progress();
        }
        return progress;
    }

    private Chasing.Decision when(Progress progress, @Nullable UUID leg, @Nullable Instant last) {
        return chasing.decide(progress, last, new Chasing.Command("请尽快", leg, Given.STREET, g.at(100)));
    }

    private TicketChased chased(Progress progress, @Nullable UUID leg) {
        Chasing.Decision decision = when(progress, leg, null);
        assertThat(decision).isInstanceOf(Chasing.Decision.Chased.class);
        return ((Chasing.Decision.Chased) decision).event();
    }

    private Chasing.Refusal refused(Progress progress, @Nullable UUID leg, @Nullable Instant last) {
        Chasing.Decision decision = when(progress, leg, last);
        assertThat(decision).isInstanceOf(Chasing.Decision.Refused.class);
        return ((Chasing.Decision.Refused) decision).refusal();
    }

    @Test
    void chasing_isAboutWhoeverIsWaitedFor() {
        assertThat(chased(given(g.filed()), null)).satisfies(event -> {
            assertThat(event.stage()).isEqualTo(Stage.DISPATCH);
            assertThat(event.department()).isNull();
            assertThat(event.by()).isEqualTo(Given.STREET);
            assertThat(event.note()).isEqualTo("请尽快");
            assertThat(event.chasedAt()).isEqualTo(g.at(100));
        });
        assertThat(chased(given(g.filed(), g.joint("water", "power", 1)), null).department())
                .isEqualTo("water");
        assertThat(chased(given(g.filed(), g.joint("water", "power", 1)), g.second))
                .satisfies(event -> {
                    assertThat(event.assignmentId()).isEqualTo(g.second);
                    assertThat(event.dueAt()).isEqualTo(g.at(241));
                });
        assertThat(chased(given(g.filed(), g.joint("water", "power", 1), g.completed(g.lead, "water", 20)), null)
                        .department())
                .isEqualTo("power");
        assertThat(chased(given(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 20)), null)
                        .stage())
                .isEqualTo(Stage.VERIFY);
    }

    @Test
    void cooperatingBody_canBeChased_whileTheLeadIsQueuedAgain() {
        Progress queued = given(
                g.filed(),
                g.joint("water", "power", 1),
                g.paused(g.lead, 2),
                g.returnApproved(g.lead, "water", 3),
                g.queued(TicketQueued.Reason.RETURNED, 1, 3));

        assertThat(chased(queued, null).stage()).isEqualTo(Stage.DISPATCH);
        assertThat(chased(queued, g.second).department()).isEqualTo("power");
        assertThat(refused(queued, g.lead, null)).isEqualTo(Chasing.Refusal.NO_SUCH_ASSIGNMENT);
    }

    @Test
    void closedMergedAndSuspended_areNotChased() {
        assertThat(refused(given(g.filed(), g.merged(Journal.newId(), 2)), null, null))
                .isEqualTo(Chasing.Refusal.NOTHING_TO_CHASE);
        assertThat(refused(given(g.routine()), null, null)).isEqualTo(Chasing.Refusal.NOTHING_TO_CHASE);
        Progress suspended = given(g.filed(), g.dispatched("water", 1), g.suspended(g.lead, "water", 5000, 20));
        assertThat(refused(suspended, null, null)).isEqualTo(Chasing.Refusal.SUSPENDED);
        assertThat(refused(suspended, g.lead, null)).isEqualTo(Chasing.Refusal.SUSPENDED);
    }

    @Test
    void suspendedLead_leavesTheOthersToBeChased() {
        Progress joint = given(g.filed(), g.joint("water", "power", 1), g.suspended(g.lead, "water", 5000, 20));

        assertThat(chased(joint, null).department()).isEqualTo("power");
    }

    @Test
    void bodyThatIsDone_andOneOfAnEarlierRound_areNotChased() {
        Progress later = given(
                g.filed(),
                g.joint("water", "power", 1),
                g.dispatched(2, 30, g.leg(g.returnId, "gas", LegRole.LEAD, 30, 120)));
        assertThat(refused(later, g.lead, null)).isEqualTo(Chasing.Refusal.NO_SUCH_ASSIGNMENT);
        assertThat(refused(
                        given(g.filed(), g.joint("water", "power", 1), g.completed(g.lead, "water", 20)), g.lead, null))
                .isEqualTo(Chasing.Refusal.ASSIGNMENT_DONE);
    }

    @Test
    void samePerson_waitsAnHour() {
        Progress open = given(g.filed(), g.dispatched("water", 1));

        assertThat(refused(open, null, g.at(41))).isEqualTo(Chasing.Refusal.CHASED_LATELY);
        assertThat(when(open, null, g.at(40))).isInstanceOf(Chasing.Decision.Chased.class);
    }
}
