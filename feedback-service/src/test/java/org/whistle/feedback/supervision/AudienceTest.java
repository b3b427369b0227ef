package org.whistle.feedback.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.ClockStage;
import org.whistle.feedback.clock.Threshold;

class AudienceTest {

    @ParameterizedTest
    @CsvSource({
        "handle, warning, HANDLER+MANAGER, DEPARTMENT",
        "accept, warning, HANDLER+MANAGER, DEPARTMENT",
        "handle, breach, MANAGER+STREET, STREET",
        "handle, chasing, MANAGER+STREET, STREET",
        "handle, supervision, STREET+DISTRICT, DISTRICT",
        "handle, bulletin, LEADER, DISTRICT",
        "check-in, check-in-missed, STREET, STREET",
        "dispatch, warning, STREET, STREET",
        "dispatch, breach, STREET, STREET",
        "dispatch, supervision, STREET+DISTRICT, DISTRICT",
        "verify, warning, COMMUNITY, COMMUNITY",
        "verify, breach, COMMUNITY+STREET, STREET",
    })
    void alert_goesToTheRightPeople_ofTheRightLevel(String stage, String kind, String who, Audience.Level level) {
        ClockStage clock = Wording.constant(ClockStage.class, stage);

        assertThat(Audience.of(clock, Threshold.of(kind)))
                .extracting(Audience::name)
                .containsExactly(who.split("\\+"));
        assertThat(Audience.levelOf(clock, Threshold.of(kind))).isEqualTo(level);
    }

    @Test
    void everythingThatCanBeTold_isToldSomebody() {
        for (ClockStage stage : ClockStage.values()) {
            for (Threshold kind : stage.thresholds()) {
                assertThat(Audience.of(stage, kind)).isNotEmpty();
            }
        }
    }

    @Test
    void peopleAreTold_byRoleAndLevelOfTheirArea() {
        assertThat(Audience.of(Set.of("dispatcher"), List.of("370102009"))).containsExactly(Audience.STREET);
        assertThat(Audience.of(Set.of("supervisor"), List.of("370102009"))).containsExactly(Audience.STREET);
        assertThat(Audience.of(Set.of("supervisor"), List.of("370102"))).containsExactly(Audience.DISTRICT);
        assertThat(Audience.of(Set.of("leader"), List.of("370102"))).containsExactly(Audience.LEADER);
        assertThat(Audience.of(Set.of("leader"), List.of("370102009"))).containsExactly(Audience.STREET);
        assertThat(Audience.of(Set.of("grid-worker"), List.of("370102009001001")))
                .containsExactly(Audience.COMMUNITY);
        assertThat(Audience.of(Set.of("handler", "manager"), List.of("370102")))
                .containsExactly(Audience.HANDLER, Audience.MANAGER);
        assertThat(Audience.of(Set.of("administrator"), List.of("370102"))).isEmpty();
    }

    @Test
    void departmentsPeople_areToldOnlyTheirOwn_whateverElseTheyAre() {
        Addressee both = Addressee.of(Set.of("manager", "dispatcher"), List.of("370102009"), "water");

        assertThat(both.isTold("handle", "warning", "water")).isTrue();
        assertThat(both.isTold("handle", "warning", "gas")).isFalse();
        assertThat(both.isTold("handle", "breach", "gas")).isTrue();
        assertThat(both.isTold("dispatch", "breach", null)).isTrue();
        assertThat(Addressee.of(Set.of("manager"), List.of("370102"), null).isTold("handle", "warning", "water"))
                .isFalse();
    }
}
