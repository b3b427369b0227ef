package org.whistle.intake.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whistle.contracts.intake.AlarmLevel.COMMUNITY;
import static org.whistle.contracts.intake.AlarmLevel.DISTRICT;
import static org.whistle.contracts.intake.AlarmLevel.STREET;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Place;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.intake.alarm.AlarmCommand.Acknowledge;
import org.whistle.intake.alarm.AlarmCommand.By;
import org.whistle.intake.alarm.AlarmCommand.MarkSafe;
import org.whistle.intake.report.Decision;

class AlarmDeciderTest {

    private static final UUID ID = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Actor ACTOR = new Actor("somebody", null);

    private Alarm state = new Alarm.Raised(ID, Set.of());

    @Test
    void levels_acknowledgeInAnyOrder_onceEach() {
        assertThat(when(acknowledge(null, DISTRICT))).isEqualTo(new AlarmAcknowledged(ID, DISTRICT, ACTOR, AT));
        assertThat(refused(acknowledge(null, DISTRICT))).isEqualTo(AlarmRule.ALARM_ACKNOWLEDGED);
        when(acknowledge(COMMUNITY, COMMUNITY));
        assertThat(state).isEqualTo(new Alarm.Raised(ID, Set.of(COMMUNITY, DISTRICT)));
        when(acknowledge(STREET, STREET));
        assertThat(state).isInstanceOfSatisfying(Alarm.Raised.class, raised -> assertThat(raised.isKnownToAll())
                .isTrue());
    }

    @Test
    void whoSpeaksForSeveralLevels_beginsWithTheLowest_orNamesOne() {
        assertThat(when(acknowledge(null, STREET, COMMUNITY)))
                .isEqualTo(new AlarmAcknowledged(ID, COMMUNITY, ACTOR, AT));
        assertThat(when(acknowledge(null, STREET, COMMUNITY))).isEqualTo(new AlarmAcknowledged(ID, STREET, ACTOR, AT));
        assertThat(refused(acknowledge(null, STREET, COMMUNITY))).isEqualTo(AlarmRule.ALARM_ACKNOWLEDGED);
        assertThat(refused(acknowledge(STREET, STREET, COMMUNITY))).isEqualTo(AlarmRule.ALARM_ACKNOWLEDGED);
    }

    @Test
    void nobody_acknowledgesForAnotherLevel() {
        assertThat(refused(acknowledge(DISTRICT, STREET))).isEqualTo(AlarmRule.ALARM_LEVEL_NOT_YOURS);
        assertThat(refused(acknowledge(null))).isEqualTo(AlarmRule.ALARM_LEVEL_NOT_YOURS);
    }

    @Test
    void alarm_isTracked_untilItIsSafe() {
        assertThat(when(new MarkSafe("已围挡", by(false, COMMUNITY)))).isEqualTo(new MarkedSafe(ID, "已围挡", ACTOR, AT));
        assertThat(state).isEqualTo(new Alarm.Safe(ID));
        assertThat(refused(new MarkSafe("再来", by(false, COMMUNITY)))).isEqualTo(AlarmRule.ALARM_OVER);
        assertThat(refused(acknowledge(null, STREET))).isEqualTo(AlarmRule.ALARM_OVER);
    }

    @Test
    void gridsWorker_marksItSafe_andNobodyElseBelowTheCommunity() {
        assertThat(refused(new MarkSafe("已围挡", by(false)))).isEqualTo(AlarmRule.ALARM_LEVEL_NOT_YOURS);
        when(new MarkSafe("已围挡", by(true)));
    }

    @ParameterizedTest
    @CsvSource({
        "community,  370102009001, COMMUNITY",
        "dispatcher, 370102009,    STREET",
        "supervisor, 370102,       DISTRICT",
        "leader,     370102,       DISTRICT"
    })
    void level_isTheRolesWithinItsArea(String role, String area, AlarmLevel level) {
        assertThat(AlarmLevels.of(Set.of(role), List.of(area), Place.ofGrid("370102009001001")))
                .containsExactly(level);
    }

    @ParameterizedTest
    @CsvSource({
        "community,   370102009002",
        "community,   370102009001001",
        "dispatcher,  370102008",
        "leader,      370102009",
        "grid-worker, 370102009001001"
    })
    void level_isNobodys_outsideTheirArea(String role, String area) {
        assertThat(AlarmLevels.of(Set.of(role), List.of(area), Place.ofGrid("370102009001001")))
                .isEmpty();
    }

    private static Acknowledge acknowledge(@Nullable AlarmLevel level, AlarmLevel... own) {
        return new Acknowledge(level, by(false, own));
    }

    private static By by(boolean onSite, AlarmLevel... levels) {
        return new By(ACTOR, Set.of(levels), onSite, AT);
    }

    private IntakeEvent when(AlarmCommand command) {
        if (!(AlarmDecider.decide(state, command) instanceof Decision.Accepted accepted)) {
            throw new AssertionError("refused: " + command);
        }
        state = Alarm.evolve(state, accepted.event());
        return accepted.event();
    }

    private ProblemCode refused(AlarmCommand command) {
        if (!(AlarmDecider.decide(state, command) instanceof Decision.Rejected rejected)) {
            throw new AssertionError("accepted: " + command);
        }
        return rejected.rule();
    }
}
