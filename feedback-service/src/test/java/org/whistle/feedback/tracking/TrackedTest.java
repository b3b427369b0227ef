package org.whistle.feedback.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.feedback.Given;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.loop.Step;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.feedback.tracking.Tracked.Passed;

/** Given a ticket's events, what whoever holds its code sees. */
class TrackedTest {

    private static final FeedbackPolicy POLICY = FeedbackPolicy.DEFAULT;
    private static final Actor CLERK = new Actor("call-1", null);

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

    private Tracked seen(Loop loop, Told... told) {
        return Tracked.of(loop, new Tracked.Facts(g.filedAt, g.at(40), null, List.of(told)));
    }

    private VerificationPassed verified() {
        return new VerificationPassed(g.ticketId, "看过", Given.SITE, List.of(), new Actor("grid-1", null), g.at(40));
    }

    private ReporterAnswered answered(boolean solved) {
        return new ReporterAnswered(
                g.ticketId,
                ReporterAnswered.Channel.WEB,
                solved,
                ReporterAnswered.Satisfaction.FAIR,
                null,
                CLERK,
                g.at(50));
    }

    @Test
    void report_isReceived_andThenWithTheStreet() {
        assertThat(seen(given(g.filed())).state()).isEqualTo(PublicState.REPORTED);
        assertThat(seen(given(g.filed())).passed()).containsExactly(new Passed(Tracked.Step.REPORTED, g.filedAt, null));
        assertThat(seen(given(g.filed(), g.queued(TicketQueued.Reason.UNCLASSIFIED, 0, 1)))
                        .state())
                .isEqualTo(PublicState.QUEUED);
    }

    @Test
    void whileADepartmentHasIt_theLimitIsShown() {
        Tracked tracked = seen(given(g.filed(), g.dispatched("water", 1), g.accepted(g.lead, "water", 5)));

        assertThat(tracked.state()).isEqualTo(PublicState.HANDLING);
        assertThat(tracked.dueAt()).isEqualTo(g.at(121));
        assertThat(tracked.ratingWanted()).isFalse();
        assertThat(tracked.passed())
                .containsExactly(
                        new Passed(Tracked.Step.REPORTED, g.filedAt, null),
                        new Passed(Tracked.Step.DISPATCHED, g.at(1), "water"),
                        new Passed(Tracked.Step.ACCEPTED, g.at(5), "water"));
    }

    @Test
    void whileItIsPutOff_itSaysUntilWhen_andNoLimit() {
        Tracked tracked = seen(given(g.filed(), g.dispatched("water", 1), g.suspended(g.lead, "water", 9_000, 20)));

        assertThat(tracked.state()).isEqualTo(PublicState.SUSPENDED);
        assertThat(tracked.resumesAt()).isEqualTo(g.at(9_000));
        assertThat(tracked.dueAt()).isNull();
    }

    @Test
    void handledMatter_waitsForTheLookOnSite_andThenForTheReporter() {
        Loop handled = given(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 30));
        assertThat(seen(handled).state()).isEqualTo(PublicState.AWAITING_VERIFICATION);
        assertThat(seen(handled).ratingWanted()).isFalse();
        assertThat(seen(handled).dueAt()).isNull();

        Tracked asked = seen(given(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 30), verified()));
        assertThat(asked.state()).isEqualTo(PublicState.AWAITING_ANSWER);
        assertThat(asked.ratingWanted()).isTrue();
        assertThat(asked.ratingUntil()).isEqualTo(g.at(40).plus(POLICY.contact()));
        assertThat(asked.passed())
                .endsWith(
                        new Passed(Tracked.Step.HANDLED, g.at(30), "water"),
                        new Passed(Tracked.Step.VERIFIED, g.at(40), null));
    }

    @Test
    void closedMatter_endsAsItDid() {
        Tracked solved = seen(given(
                g.filed(),
                g.dispatched("water", 1),
                g.completed(g.lead, "water", 30),
                verified(),
                answered(true),
                new TicketClosed(g.ticketId, TicketClosed.Outcome.SOLVED, null, CLERK, g.at(50))));
        assertThat(solved.state()).isEqualTo(PublicState.SOLVED);
        assertThat(solved.ratingWanted()).isFalse();
        assertThat(solved.passed().getLast()).isEqualTo(new Passed(Tracked.Step.CLOSED, g.at(50), null));

        Told channel = new Told(g.ticketId, g.ticketId, Told.Kind.NOT_ACCEPTED, null, "法院：请起诉", g.at(2));
        Tracked refused = seen(
                given(
                        g.filed(),
                        g.notAccepted(2),
                        new TicketClosed(g.ticketId, TicketClosed.Outcome.NOT_ACCEPTED, null, Actor.SYSTEM, g.at(2))),
                channel);
        assertThat(refused.state()).isEqualTo(PublicState.NOT_ACCEPTED);
        assertThat(refused.results()).containsExactly(channel);
    }

    @Test
    void unsolvedMatter_isTakenUpAgain_andItsNewRoundCounts() {
        JournalEvent[] reopened = {
            g.filed(),
            g.dispatched("water", 1),
            g.completed(g.lead, "water", 30),
            verified(),
            answered(false),
            new TicketReopened(g.ticketId, "仍松动", 1, CLERK, g.at(50))
        };
        Loop open = given(reopened);
        assertThat(Tracked.of(open, new Tracked.Facts(g.filedAt, g.at(40), g.at(50), List.of()))
                        .state())
                .isEqualTo(PublicState.REOPENED);

        List<JournalEvent> more = new ArrayList<>(List.of(reopened));
        more.add(g.dispatched(2, 60, g.leg(g.second, "gas", LegRole.LEAD, 60, 120)));
        Tracked again = Tracked.of(
                given(more.toArray(JournalEvent[]::new)), new Tracked.Facts(g.filedAt, g.at(40), g.at(50), List.of()));
        assertThat(again.state()).isEqualTo(PublicState.HANDLING);
        assertThat(again.passed())
                .containsExactly(
                        new Passed(Tracked.Step.REPORTED, g.filedAt, null),
                        new Passed(Tracked.Step.REOPENED, g.at(50), null),
                        new Passed(Tracked.Step.DISPATCHED, g.at(60), "gas"));
    }

    @Test
    void matterBelowTheStreet_isWithTheCommunity_untilItIsSettled() {
        Loop opened = given(g.opened());

        assertThat(seen(opened).state()).isEqualTo(PublicState.COMMUNITY);
        assertThat(seen(opened, new Told(g.ticketId, g.ticketId, Told.Kind.SETTLED, null, "已协调", g.at(9)))
                        .state())
                .isEqualTo(PublicState.SETTLED);
    }

    @Test
    void ofOneBodysPart_theLastWordCounts() {
        UUID other = g.second;
        Told first = new Told(g.ticketId, g.lead, Told.Kind.COMPLETED, "water", "垫平", g.at(10));
        Told others = new Told(g.ticketId, other, Told.Kind.COMPLETED, "power", "断电", g.at(12));
        Told last = new Told(g.ticketId, g.lead, Told.Kind.COMPLETED, "water", "已更换", g.at(20));

        assertThat(seen(given(g.filed()), last, first, others).results()).containsExactly(others, last);
    }

    @Test
    void withoutDetail_onlyTheStateIsLeft() {
        Tracked tracked = seen(
                        given(g.filed(), g.dispatched("water", 1)),
                        new Told(g.ticketId, g.lead, Told.Kind.COMPLETED, "water", "已更换", g.at(20)))
                .withoutDetail();

        assertThat(tracked).isEqualTo(new Tracked(PublicState.HANDLING, null, null, List.of(), List.of(), false, null));
    }

    @ParameterizedTest
    @CsvSource({
        "已联系王女士13812345678确认, 已联系王女士***确认",
        "回电+8613812345678, 回电***",
        "身份证37010219900101123X已核对, 身份证***已核对",
        "请拨打0531-12345, 请拨打0531-12345",
        "工单号202603021381234567890, 工单号202603021381234567890"
    })
    void numbersThatNameAPerson_areNotTold(String text, String told) {
        assertThat(new Told(g.ticketId, g.lead, Told.Kind.COMPLETED, "water", text, g.at(1)).text())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"5, SATISFIED", "4, SATISFIED", "3, FAIR", "2, UNSATISFIED", "1, UNSATISFIED"})
    void stars_countAsThePublishedRatesDo(int stars, ReporterAnswered.Satisfaction satisfaction) {
        assertThat(Stars.satisfaction(stars)).isEqualTo(satisfaction);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void otherNumbersOfStars_areNone(int stars) {
        assertThatThrownBy(() -> Stars.satisfaction(stars)).isInstanceOf(IllegalArgumentException.class);
    }
}
