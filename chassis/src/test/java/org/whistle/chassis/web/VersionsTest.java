package org.whistle.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;

class VersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"6\", \"7\"", "\"6\",W/\"7\" , \"x\"", "\"6\",, \"7\"", "*"})
    void thePresentVersion_isAdmitted(String header) {
        assertThat(Versions.parse(List.of(header)).admits(7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"8\"", "\"07\"", "\"\"", "\"seven\"", "\"99999999999999999999\"", "\"-7\""})
    void anotherTag_isStale(String header) {
        Versions.Expected expected = Versions.parse(List.of(header));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> expected.require(7))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(CommonProblem.STALE_VERSION);
                    assertThat(refused.headers()).containsEntry("ETag", "\"7\"");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "w/\"7\"", "\"7\" \"8\"", "\"7\";\"8\"", "*, \"7\"", "\"a\"b\""})
    void aMalformedHeader_isRefused(String header) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Versions.parse(List.of(header)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(CommonProblem.INVALID_FIELD));
    }

    @Test
    void aMissingHeader_isAskedFor() {
        for (List<String> none : List.of(List.<String>of(), List.of(""), List.of("  "))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> Versions.parse(none))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(CommonProblem.VERSION_REQUIRED));
        }
    }

    @Test
    void severalHeaders_countAsOneList() {
        Versions.Expected expected = Versions.parse(List.of("\"1\"", "\"2\", \"3\""));
        assertThat(expected.versions()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(expected.tags()).isEqualTo(3);
    }

    @Test
    void aTag_isItsVersionInQuotes() {
        assertThat(Versions.etag(7)).isEqualTo("\"7\"");
        assertThat(Versions.parse(List.of(Versions.etag(Long.MAX_VALUE / 10))).admits(Long.MAX_VALUE / 10))
                .isTrue();
    }
}
