package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhistleRightTest {

    private static final String PLACE = "370102009001001";

    @Test
    void districtWithoutTheFile_hasTheUsualRights_andTheSampleSaysThem() {
        assertThat(with(null).whistleRights())
                .containsExactlyInAnyOrderElementsOf(District.sample().whistleRights());
        assertThat(called(with(null), List.of("resident"), WhistleRight.RESIDENTS))
                .containsExactly("property");
        assertThat(called(with(null), List.of("resident"), WhistleRight.BRANCH)).isEmpty();
        assertThat(called(with(null), List.of("branch"), WhistleRight.BRANCH))
                .contains("property", "community", "police")
                .doesNotContain(Department.ASSET_OWNER);
    }

    @Test
    void mostExactPlace_countsAlone() {
        District district = with("role,kind,place,bodies\nresident,residents,,property\n"
                + "resident,residents,370102009001,community;street\n");

        assertThat(called(district, List.of("resident"), WhistleRight.RESIDENTS))
                .containsExactly("street", "community");
        assertThat(district.whistledFor(List.of("resident"), WhistleRight.RESIDENTS, "370102001001001"))
                .extracting(Department::code)
                .containsExactly("property");
        assertThat(called(district, List.of("branch"), WhistleRight.RESIDENTS))
                .as("what the file does not give nobody has")
                .isEmpty();
    }

    @Test
    void file_isPartOfTheVersion() {
        assertThat(with(null).version()).isNotEqualTo(District.sample().version());
    }

    @Test
    void wrongRows_areNamed() {
        assertThatThrownBy(() -> with("role,kind,place,bodies\nhandler,branch,,*\nbranch,daily,,nobody\n"))
                .isInstanceOfSatisfying(DistrictException.class, e -> assertThat(e.problems())
                        .extracting(Problem::file, Problem::line, Problem::field)
                        .contains(
                                org.assertj.core.groups.Tuple.tuple("whistle-rights.csv", 2, "role"),
                                org.assertj.core.groups.Tuple.tuple("whistle-rights.csv", 3, "kind"),
                                org.assertj.core.groups.Tuple.tuple("whistle-rights.csv", 3, "bodies")));
    }

    private static List<String> called(District district, List<String> roles, String kind) {
        return district.whistledFor(roles, kind, PLACE).stream()
                .map(Department::code)
                .toList();
    }

    private static District with(@org.jspecify.annotations.Nullable String rights) {
        Map<String, byte[]> files = new HashMap<>(District.sample().files().contents());
        files.remove(DistrictFiles.WHISTLE_RIGHTS);
        if (rights != null) {
            files.put(DistrictFiles.WHISTLE_RIGHTS, rights.getBytes(StandardCharsets.UTF_8));
        }
        return DistrictReader.read(new DistrictFiles(files));
    }
}
