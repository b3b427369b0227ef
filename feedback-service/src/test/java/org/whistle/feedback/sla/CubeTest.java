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
        assertThat(Cube.answering(Grouping.TOTAL, district)).isEqualTo(Cube.STREET);
        assertThat(Cube.answering(Grouping.STREET, district)).isEqualTo(Cube.STREET);
        assertThat(Cube.answering(Grouping.TYPE, district)).isEqualTo(Cube.DISTRICT_DEPARTMENT_TYPE);
        assertThat(Cube.answering(Grouping.DEPARTMENT, district)).isEqualTo(Cube.DISTRICT_DEPARTMENT_TYPE);
        assertThat(Cube.answering(Grouping.COMMUNITY, district)).isEqualTo(Cube.COMMUNITY);
        assertThat(Cube.answering(Grouping.GRID, district)).isEqualTo(Cube.GRID);
        assertThat(Cube.answering(Grouping.COMMUNITY, filter(null, "C0101", "370102", null)))
                .isEqualTo(Cube.COMMUNITY_TYPE);
    }

    @Test
    void aNarrowerSight_needsAFinerCut() {
        assertThat(Cube.answering(Grouping.TOTAL, filter(null, null, "370102009001", null)))
                .isEqualTo(Cube.COMMUNITY);
        assertThat(Cube.answering(Grouping.DEPARTMENT, filter(null, null, "370102009", null)))
                .isEqualTo(Cube.STREET_DEPARTMENT);
        assertThat(Cube.answering(Grouping.DEPARTMENT, filter(null, null, "370102009001", null)))
                .isEqualTo(Cube.COMMUNITY_DEPARTMENT);
        assertThat(Cube.answering(Grouping.TOTAL, filter("370102009001001", null, "370102", null)))
                .isEqualTo(Cube.GRID);
        assertThat(Cube.answering(Grouping.TYPE, filter("370102009", null, "370102", "water")))
                .isEqualTo(Cube.STREET_DEPARTMENT_TYPE);
    }

    @Test
    void oneBodysGrids_haveACutOfTheirOwn_withoutDays() {
        assertThat(Cube.answering(Grouping.GRID, filter(null, null, "370102", "water")))
                .isEqualTo(Cube.GRID_DEPARTMENT);
        assertThat(Cube.GRID_DEPARTMENT.has(Slices.Grain.WEEK)).isTrue();
        assertThat(Cube.GRID_DEPARTMENT.has(Slices.Grain.DAY)).isFalse();
    }

    @Test
    void theFinestCut_hasEverything_byMonth() {
        assertThat(Cube.answering(Grouping.GRID, filter(null, "C0101", "370102", null)))
                .isEqualTo(Cube.GRID_DEPARTMENT_TYPE);
        assertThat(Cube.answering(Grouping.TYPE, filter("370102009001", null, "370102", "water")))
                .isEqualTo(Cube.GRID_DEPARTMENT_TYPE);
        assertThat(Cube.GRID_DEPARTMENT_TYPE.has(Slices.Grain.MONTH)).isTrue();
        assertThat(Cube.GRID_DEPARTMENT_TYPE.has(Slices.Grain.DAY)).isFalse();
    }
}
