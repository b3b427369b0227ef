package org.whistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whistle.contracts.intake.ChainLevel;

class ChainTest {

    @ParameterizedTest
    @CsvSource({
        "unit-steward, UNIT_STEWARD",
        "building-head, BUILDING_HEAD",
        "resident, GRID_WORKER",
        "grid-worker, BRANCH",
        "branch, BRANCH",
        "community, COMMUNITY",
        "dispatcher, STREET",
        "call-agent, STREET"
    })
    void matter_isLeftToNobodyBelowItsFiler(String role, ChainLevel level) {
        assertThat(Chain.lowestFor(Set.of(role))).isEqualTo(level);
    }

    @Test
    void highestRole_counts_ofSeveral() {
        assertThat(Chain.lowestFor(Set.of("resident", "unit-steward", "community")))
                .isEqualTo(ChainLevel.COMMUNITY);
    }

    @ParameterizedTest
    @CsvSource({
        "unit-steward, UNIT_STEWARD",
        "building-head, BUILDING_HEAD",
        "grid-worker, GRID_WORKER",
        "branch, BRANCH",
        "community, BRANCH",
        "community, COMMUNITY"
    })
    void level_isItsOwnRoles(String role, ChainLevel level) {
        assertThat(Chain.actsFor(Set.of(role), level)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ChainLevel.class)
    void nobody_actsForALevelThatIsNotTheirs(ChainLevel level) {
        assertThat(Chain.actsFor(Set.of("resident", "dispatcher", "supervisor"), level))
                .isFalse();
    }

    @Test
    void chain_goesUpToTheDistrict() {
        assertThat(Chain.above(ChainLevel.COMMUNITY)).contains(ChainLevel.STREET);
        assertThat(Chain.above(ChainLevel.DISTRICT)).isEmpty();
    }
}
