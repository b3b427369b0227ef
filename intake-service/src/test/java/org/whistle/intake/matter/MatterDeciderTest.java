package org.whistle.intake.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.Actor;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.matter.MatterCommand.Answer;
import org.whistle.intake.matter.MatterCommand.By;
import org.whistle.intake.matter.MatterCommand.Deliberate;
import org.whistle.intake.matter.MatterCommand.PassUp;
import org.whistle.intake.report.Decision;

class MatterDeciderTest {

    private static final UUID ID = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d");
    private static final Instant OPENED = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant AT = Instant.parse("2026-03-03T01:00:00Z");
    private static final Actor ACTOR = new Actor("somebody", null);
    private static final ReportFiled TICKET = new ReportFiled(
            ID,
            "370102009-20260302-7K3M9Q",
            MatterKind.COORDINATION,
            "S11",
            "a",
            Urgency.U2,
            "楼道堆物",
            Place.ofGrid("370102009001001"),
            new Position(117.06, 36.66),
            null,
            null,
            null,
            List.of(),
            new Reporter(UUID.randomUUID(), Reporter.Kind.RESIDENT),
            "resident",
            false,
            List.of(),
            AT,
            "digest",
            null);

    private Matter state = new Matter.Open(ID, MatterKind.COORDINATION, ChainLevel.BRANCH);

    @Test
    void answeredMatter_endsBelowTheStreet() {
        assertThat(when(new Answer("已协调", by("branch"))))
                .containsExactly(new MatterAnswered(ID, ChainLevel.BRANCH, "已协调", ACTOR, AT));
        assertThat(state).isEqualTo(new Matter.Answered(ID, ChainLevel.BRANCH));
        assertThat(refused(new Answer("再答", by("branch")))).isEqualTo(MatterRule.MATTER_ANSWERED);
        assertThat(refused(new PassUp("再报", by("branch")))).isEqualTo(MatterRule.MATTER_ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({
        "unit-steward, UNIT_STEWARD, BUILDING_HEAD",
        "building-head, BUILDING_HEAD, GRID_WORKER",
        "grid-worker, GRID_WORKER, BRANCH",
        "branch, BRANCH, COMMUNITY"
    })
    void matter_goesUpOneLevelAtATime(String role, ChainLevel from, ChainLevel to) {
        state = new Matter.Open(ID, MatterKind.COORDINATION, from);

        assertThat(when(new PassUp("未能解决", by(role))))
                .containsExactly(new MatterPassedUp(ID, from, to, "未能解决", ACTOR, AT));
        assertThat(state).isEqualTo(new Matter.Open(ID, MatterKind.COORDINATION, to));
    }

    @Test
    void matter_isATicket_atTheStreet() {
        state = new Matter.Open(ID, MatterKind.COORDINATION, ChainLevel.COMMUNITY);

        assertThat(when(new PassUp("未能解决", by("community"))))
                .containsExactly(
                        new MatterPassedUp(ID, ChainLevel.COMMUNITY, ChainLevel.STREET, "未能解决", ACTOR, AT), TICKET);
        assertThat(state).isEqualTo(new Matter.PassedUp(ID));
        assertThat(state.level()).isEqualTo(ChainLevel.STREET);
        assertThat(refused(new PassUp("再报", by("community")))).isEqualTo(MatterRule.MATTER_IS_TICKET);
    }

    @Test
    void matter_isLeftAlone_byAnotherLevel() {
        assertThat(refused(new Answer("已协调", by("grid-worker")))).isEqualTo(MatterRule.MATTER_AT_OTHER_LEVEL);
        assertThat(refused(new PassUp("未能解决", by("unit-steward")))).isEqualTo(MatterRule.MATTER_AT_OTHER_LEVEL);
    }

    @Test
    void communityStandsInForTheBranch() {
        assertThat(when(new Answer("已协调", by("community"))))
                .containsExactly(new MatterAnswered(ID, ChainLevel.BRANCH, "已协调", ACTOR, AT));
    }

    @Test
    void prominentMatter_isDeliberated_notAnsweredOrPassedUp() {
        state = new Matter.Open(ID, MatterKind.PROMINENT, ChainLevel.COMMUNITY);

        assertThat(refused(new Answer("已协调", by("community")))).isEqualTo(MatterRule.DELIBERATION_REQUIRED);
        assertThat(refused(new PassUp("未能解决", by("community")))).isEqualTo(MatterRule.DELIBERATION_REQUIRED);
    }

    @Test
    void resolution_endsTheMatter_orAsksForATicket() {
        state = new Matter.Open(ID, MatterKind.PROMINENT, ChainLevel.COMMUNITY);
        assertThat(when(deliberation(5, false, OPENED)))
                .containsExactly(new DeliberationHeld(ID, 5, List.of("一", "二"), "选一", false, ACTOR, OPENED));
        assertThat(state).isEqualTo(new Matter.Answered(ID, ChainLevel.COMMUNITY));

        state = new Matter.Open(ID, MatterKind.PROMINENT, ChainLevel.COMMUNITY);
        assertThat(when(deliberation(5, true, AT)))
                .containsExactly(new DeliberationHeld(ID, 5, List.of("一", "二"), "选一", true, ACTOR, AT), TICKET);
        assertThat(state).isEqualTo(new Matter.PassedUp(ID));
    }

    @Test
    void deliberation_isRefused_againstTheRules() {
        assertThat(refused(deliberation(5, false, AT, "branch"))).isEqualTo(MatterRule.DELIBERATION_NOT_MEANT);

        state = new Matter.Open(ID, MatterKind.PROMINENT, ChainLevel.COMMUNITY);
        assertThat(refused(deliberation(4, false, AT))).isEqualTo(MatterRule.TOO_FEW_PARTICIPANTS);
        assertThat(refused(deliberation(5, false, OPENED.minusMillis(1))))
                .isEqualTo(MatterRule.DELIBERATION_TIME_WRONG);
        assertThat(refused(deliberation(5, false, AT.plusMillis(1)))).isEqualTo(MatterRule.DELIBERATION_TIME_WRONG);
    }

    private static Deliberate deliberation(int participants, boolean becomesTicket, Instant heldAt) {
        return deliberation(participants, becomesTicket, heldAt, "community");
    }

    private static Deliberate deliberation(int participants, boolean becomesTicket, Instant heldAt, String role) {
        return new Deliberate(participants, List.of("一", "二"), "选一", becomesTicket, heldAt, by(role));
    }

    private static By by(String role) {
        return new By(ACTOR, Set.of(role), AT);
    }

    private List<IntakeEvent> when(MatterCommand command) {
        if (!(decide(command) instanceof Decision.Accepted(List<IntakeEvent> events))) {
            throw new AssertionError("refused: " + decide(command));
        }
        events.forEach(event -> state = Matter.evolve(state, event));
        return events;
    }

    private ProblemCode refused(MatterCommand command) {
        if (!(decide(command) instanceof Decision.Rejected rejected)) {
            throw new AssertionError("accepted: " + decide(command));
        }
        return rejected.rule();
    }

    private Decision decide(MatterCommand command) {
        return MatterDecider.decide(state, command, new MatterDecider.Facts(OPENED, TICKET, 5));
    }
}
