package org.whistle.feedback.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.JournalEvent;
import org.whistle.feedback.Given;
import org.whistle.feedback.clock.ClockStage;
import org.whistle.feedback.policy.FeedbackPolicy;

/** A cooperating body whose return was approved leaves the others alone; without a lead nothing is done. */
class ReturnedLegTest {

    private static final FeedbackPolicy POLICY = FeedbackPolicy.DEFAULT;

    private final Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));

    private Progress given(JournalEvent... events) {
        Progress progress = Progress.UNKNOWN;
        for (JournalEvent event : events) {
            progress = progress.follow(event, POLICY).progress();
        }
        return progress;
    }

    @Test
    void ticketIsVerified_whenTheOthersHaveReported_afterOneReturned() {
        Progress progress = given(
                g.filed(),
                g.joint("water", "power", 1),
                g.returnApproved(g.second, "power", 20),
                g.completed(g.lead, "water", 60));

        assertThat(progress.loop())
                .isInstanceOfSatisfying(Loop.AwaitingVerification.class, loop -> assertThat(loop.handledAt())
                        .isEqualTo(g.at(60)));
    }

    @Test
    void ticketIsVerified_fromTheDecisionOn_whenTheLastOpenBodyReturns() {
        Progress progress = given(
                g.filed(),
                g.joint("water", "power", 1),
                g.completed(g.lead, "water", 30),
                g.returnApproved(g.second, "power", 90));

        assertThat(progress.loop()).isInstanceOfSatisfying(Loop.AwaitingVerification.class, loop -> {
            assertThat(loop.handledAt()).isEqualTo(g.at(90));
            assertThat(loop.dueAt()).isEqualTo(g.at(90).plus(Duration.ofMinutes(30)));
        });
        assertThat(progress.clocks().clocks().values())
                .filteredOn(clock -> clock.key().stage() == ClockStage.VERIFY)
                .singleElement()
                .satisfies(clock -> assertThat(clock.limit().startedAt()).isEqualTo(g.at(90)));
    }

    @Test
    void nothingIsDone_whenTheLeadReturns_althoughTheOtherHasReported() {
        Progress progress = given(
                g.filed(),
                g.joint("water", "power", 1),
                g.completed(g.second, "power", 30),
                g.returnApproved(g.lead, "water", 40));

        assertThat(progress.loop()).isInstanceOf(Loop.Handling.class);
    }
}
