package org.whistle.feedback.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.feedback.Given;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.loop.Step;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.testkit.Journal;

class CommunityRatingTest {

    private static final Actor COMMUNITY = new Actor("community-1", null);
    private static final FeedbackPolicy POLICY = new FeedbackPolicy(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(24), 80, 100, 150, 500, 0, 3);

    private final Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));

    private static Matter given(JournalEvent... events) {
        Progress progress = Progress.UNKNOWN;
        for (JournalEvent event : events) {
            Progress.Result result = progress.follow(event, POLICY);
            assertThat(result.step()).as(event.toString()).isInstanceOf(Step.Moved.class);
            progress = result.progress();
        }
        return Objects.requireNonNull(progress.loop()).matter();
    }

    private CommunityRating.Decision when(Matter matter, UUID part, @Nullable Instant rated) {
        return CommunityRating.decide(
                matter, rated, new CommunityRating.Command(part, Satisfaction.FAIR, "来得晚", COMMUNITY, g.at(100)));
    }

    private CommunityRating.Refusal refused(Matter matter, UUID part, @Nullable Instant rated) {
        CommunityRating.Decision decision = when(matter, part, rated);
        assertThat(decision).isInstanceOf(CommunityRating.Decision.Refused.class);
        return ((CommunityRating.Decision.Refused) decision).refusal();
    }

    @Test
    void completedPart_isRated_alsoWhileOthersAreAtWork() {
        Matter joint = given(g.filed(), g.joint("water", "power", 1), g.completed(g.second, "power", 20));

        assertThat(when(joint, g.second, null))
                .isEqualTo(new CommunityRating.Decision.Rated(new CommunityRated(
                        g.ticketId,
                        g.second,
                        "power",
                        Given.GRID.substring(0, 12),
                        Satisfaction.FAIR,
                        "来得晚",
                        COMMUNITY,
                        g.at(100))));
        assertThat(refused(joint, g.lead, null)).isEqualTo(CommunityRating.Refusal.PART_NOT_COMPLETED);
        assertThat(refused(joint, Journal.newId(), null)).isEqualTo(CommunityRating.Refusal.NO_SUCH_PART);
    }

    @Test
    void samePart_isRatedOnce_andAnewWhenItWasCompletedAnew() {
        Matter done = given(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 20));

        assertThat(refused(done, g.lead, g.at(30))).isEqualTo(CommunityRating.Refusal.PART_ALREADY_RATED);
        assertThat(when(done, g.lead, g.at(10))).isInstanceOf(CommunityRating.Decision.Rated.class);
    }
}
