package org.whistle.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.identity.AreaScope;

class CubeTest {

    private static SlaFilter filter(@Nullable String place, @Nullable String type, String area, @Nullable String own) {
        return new SlaFilter(
                List.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
                place,
                null,
                type,
                new AreaScope(List.of(area), own));
    }

    @Test
    void theSmallestCutThatCanAnswer_isChosen() {
        SlaFilter district = filter(null, null, "370102", null);
        assertThat(Cube.answering(Grouping.TOTAL, district)).contains(Cube.STREET_DEPARTMENT);
        assertThat(Cube.answering(Grouping.STREET, district)).contains(Cube.STREET_DEPARTMENT);
        assertThat(Cube.answering(Grouping.TYPE, district)).contains(Cube.STREET_DEPARTMENT_TYPE);
        assertThat(Cube.answering(Grouping.COMMUNITY, district)).contains(Cube.COMMUNITY_DEPARTMENT);
        assertThat(Cube.answering(Grouping.GRID, district)).contains(Cube.GRID);
        assertThat(Cube.answering(Grouping.COMMUNITY, filter(null, "C0101", "370102", null)))
                .contains(Cube.COMMUNITY_TYPE);
    }

    @Test
    void aNarrowerSight_needsAFinerCut() {
        assertThat(Cube.answering(Grouping.TOTAL, filter(null, null, "370102009001", null)))
                .contains(Cube.COMMUNITY_DEPARTMENT);
        assertThat(Cube.answering(Grouping.TOTAL, filter("370102009001001", null, "370102", null)))
                .contains(Cube.GRID);
        assertThat(Cube.answering(Grouping.TYPE, filter(null, null, "370102", "water")))
                .contains(Cube.STREET_DEPARTMENT_TYPE);
    }

    @Test
    void whatNoCutHas_isCountedFromTheFacts() {
        assertThat(Cube.answering(Grouping.GRID, filter(null, null, "370102", "water"))).isEmpty();
        assertThat(Cube.answering(Grouping.TYPE, filter("370102009001", null, "370102", "water"))).isEmpty();
    }
}
