package org.whistle.feedback.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.feedback.Given;
import org.whistle.feedback.appeal.AppealDecider.Decision;
import org.whistle.feedback.appeal.AppealDecider.Refusal;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.policy.AppealLimit;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.testkit.Journal;

/** Given a loop or an appeal, when a command, then an event or a refusal. */
class AppealDeciderTest {

    private static final Actor MANAGER = new Actor("m-water", "water");
    private static final Judge STREET = judge("street-1", "dispatcher", "370102009");
    private static final Judge DISTRICT = judge("supervisor-1", "supervisor", "370102");

    private final Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));
    private final AppealDecider decider = new AppealDecider(AppealLimit.DEFAULT);
    private final UUID appealId = Journal.newId();

    private static Judge judge(String account, String role, String area) {
        return new Judge(account, null, Set.of(role), List.of(area));
    }

    private Loop loop(JournalEvent... events) {
        Progress progress = Progress.UNKNOWN;
        for (JournalEvent event : events) {
            progress = progress.follow(event, FeedbackPolicy.DEFAULT).progress();
        }
        return progress.loop();
    }

    /** Due at minute 121, closed at minute 300. */
    private Loop.Closed closed(long completedMinute) {
        Loop loop = loop(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", completedMinute));
        return new Loop.Closed(loop.matter(), TicketClosed.Outcome.SOLVED, g.at(300), null);
    }

    private AppealCommand.File file(UUID leg, Actor by, Instant at) {
        return new AppealCommand.File(appealId, leg, "等待设备", by, at);
    }

    private static Refusal refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    private static Appeal done(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Decided.class);
        return ((Decision.Decided) decision).appeal();
    }

    private Appeal filed() {
        return done(decider.file(closed(130), false, file(g.lead, MANAGER, g.at(310))));
    }

    private AppealCommand.Decide verdict(boolean excused, Judge by) {
        return new AppealCommand.Decide(excused, "理由", by, g.at(400));
    }

    private Appeal refusedAtFirst() {
        return done(decider.decide(filed(), verdict(false, STREET)));
    }

    private Appeal atSecond() {
        return done(decider.decide(refusedAtFirst(), new AppealCommand.GoOn("补充", MANAGER, g.at(500))));
    }

    @Test
    void appeal_isFiled_afterClosing_againstAnOverdueLeg() {
        Decision decision = decider.file(closed(130), false, file(g.lead, MANAGER, g.at(310)));

        assertThat(decision).isInstanceOfSatisfying(Decision.Decided.class, decided -> {
            assertThat(decided.event())
                    .isEqualTo(new AppealFiled(g.ticketId, appealId, g.lead, "water", 1, "等待设备", MANAGER, g.at(310)));
            assertThat(decided.appeal()).isInstanceOf(Appeal.Open.class);
            assertThat(decided.appeal().about().dueAt()).isEqualTo(g.at(121));
            assertThat(decided.appeal().about().completedAt()).isEqualTo(g.at(130));
        });
    }

    @Test
    void appeal_isRefused_beforeClosing_whenInTime_onTheDot_onceMore_andOfSomebodyElsesLeg() {
        Loop open = loop(g.filed(), g.dispatched("water", 1), g.completed(g.lead, "water", 130));
        Actor gas = new Actor("m-gas", "gas");

        assertThat(refused(decider.file(open, false, file(g.lead, MANAGER, g.at(310)))))
                .isEqualTo(Refusal.NOT_CLOSED_YET);
        assertThat(refused(decider.file(closed(121), false, file(g.lead, MANAGER, g.at(310)))))
                .isEqualTo(Refusal.NOT_OVERDUE);
        assertThat(refused(decider.file(closed(130), true, file(g.lead, MANAGER, g.at(310)))))
                .isEqualTo(Refusal.APPEALED_ALREADY);
        assertThat(refused(decider.file(closed(130), false, file(g.lead, gas, g.at(310)))))
                .isEqualTo(Refusal.NOT_YOUR_ASSIGNMENT);
        assertThat(refused(decider.file(closed(130), false, file(g.second, MANAGER, g.at(310)))))
                .isEqualTo(Refusal.NOT_YOUR_ASSIGNMENT);
    }

    @Test
    void appeal_isRefused_afterTheLimit_andTakenAtItsLastInstant() {
        Instant until = AppealLimit.DEFAULT.endsAt(g.at(300));

        assertThat(refused(decider.file(closed(130), false, file(g.lead, MANAGER, until.plusMillis(1)))))
                .isEqualTo(Refusal.TOO_LATE_TO_APPEAL);
        assertThat(done(decider.file(closed(130), false, file(g.lead, MANAGER, until))))
                .isInstanceOf(Appeal.Open.class);
    }

    @Test
    void returnedLeg_countsInNoRate_soThereIsNothingToAppealAgainst() {
        Loop loop = loop(
                g.filed(), g.dispatched("water", 1), g.paused(g.lead, 130), g.returnApproved(g.lead, "water", 140));

        assertThat(refused(decider.file(
                        new Loop.Closed(loop.matter(), TicketClosed.Outcome.SOLVED, g.at(300), null),
                        false,
                        file(g.lead, MANAGER, g.at(310)))))
                .isEqualTo(Refusal.NOT_OVERDUE);
    }

    @Test
    void firstLevel_isTheStreets() {
        assertThat(done(decider.decide(filed(), verdict(true, STREET)))).isInstanceOf(Appeal.Excused.class);
        assertThat(done(decider.decide(filed(), verdict(false, judge("s", "supervisor", "370102009")))))
                .isInstanceOf(Appeal.Refused.class);
        assertThat(refused(decider.decide(filed(), verdict(true, DISTRICT)))).isEqualTo(Refusal.NOT_YOUR_LEVEL);
        assertThat(refused(decider.decide(filed(), verdict(true, judge("s", "dispatcher", "370102008")))))
                .isEqualTo(Refusal.NOT_YOUR_LEVEL);
        assertThat(refused(decider.decide(filed(), verdict(true, judge("s", "leader", "370102009")))))
                .isEqualTo(Refusal.NOT_YOUR_LEVEL);
    }

    @Test
    void whoeverAppeals_doesNotDecide() {
        Judge own = new Judge("m-water", "water", Set.of("dispatcher", "manager"), List.of("370102009"));

        assertThat(refused(decider.decide(filed(), verdict(true, own)))).isEqualTo(Refusal.OWN_APPEAL);
    }

    @Test
    void secondLevel_isTheDistricts_andComesOnlyAfterARefusal_inTime() {
        assertThat(refused(decider.decide(filed(), new AppealCommand.GoOn("补充", MANAGER, g.at(350)))))
                .isEqualTo(Refusal.NO_REFUSAL_TO_APPEAL);
        assertThat(refused(decider.decide(
                        refusedAtFirst(),
                        new AppealCommand.GoOn("补充", MANAGER, g.at(400).plus(Duration.ofDays(9))))))
                .isEqualTo(Refusal.TOO_LATE_TO_APPEAL);

        Decision decision = decider.decide(atSecond(), verdict(true, DISTRICT));
        assertThat(decision).isInstanceOfSatisfying(Decision.Decided.class, decided -> {
            assertThat(decided.appeal()).isInstanceOf(Appeal.Excused.class);
            assertThat(decided.appeal().about().hearings()).hasSize(2);
            assertThat(decided.event()).isInstanceOfSatisfying(AppealDecided.class, event -> assertThat(event.level())
                    .isEqualTo(2));
        });
        assertThat(refused(decider.decide(atSecond(), verdict(true, STREET)))).isEqualTo(Refusal.NOT_YOUR_LEVEL);
    }

    @Test
    void secondRefusal_isFinal_andADecidedLevelIsNotDecidedAgain() {
        Appeal refusedTwice = done(decider.decide(atSecond(), verdict(false, DISTRICT)));

        assertThat(refused(decider.decide(refusedTwice, new AppealCommand.GoOn("再次", MANAGER, g.at(500)))))
                .isEqualTo(Refusal.NO_REFUSAL_TO_APPEAL);
        assertThat(refused(decider.decide(refusedTwice, verdict(true, DISTRICT))))
                .isEqualTo(Refusal.APPEAL_NOT_OPEN);
        assertThat(refused(decider.decide(refusedAtFirst(), verdict(true, STREET))))
                .isEqualTo(Refusal.APPEAL_NOT_OPEN);
    }

    @Test
    void whoDecidedTheFirst_doesNotDecideTheSecond() {
        Judge both = new Judge("s", null, Set.of("supervisor"), List.of("370102009", "370102"));
        Appeal first = done(decider.decide(filed(), verdict(false, both)));
        Appeal second = done(decider.decide(first, new AppealCommand.GoOn("补充", MANAGER, g.at(500))));

        assertThat(refused(decider.decide(second, verdict(true, both)))).isEqualTo(Refusal.SAME_JUDGE);
    }
}
