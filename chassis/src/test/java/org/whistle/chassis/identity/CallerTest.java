package org.whistle.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;

class CallerTest {

    private static final String GRID = "370102001001001";

    private static Caller caller(Set<String> roles, List<String> areas, @Nullable String department) {
        return Caller.of("ada", "Ada", roles, areas, department);
    }

    @ParameterizedTest
    @CsvSource({
        "370102, true",
        "370102001, true",
        "370102001001, true",
        "370102001001001, true",
        "370102002, false",
        "370103, false",
        "370102001001002, false"
    })
    void aPlace_isSeen_fromItsAncestors(String area, boolean seen) {
        assertThat(caller(Set.of(), List.of(area), null).sees(GRID)).isEqualTo(seen);
    }

    @Test
    void anAncestor_isNotSeen_fromBelow() {
        assertThat(caller(Set.of(), List.of(GRID), null).sees("370102001")).isFalse();
    }

    @Test
    void withoutAnArea_nothingIsSeen() {
        Caller nobody = caller(Set.of(Roles.SUPERVISOR), List.of(), null);
        assertThat(nobody.sees(GRID)).isFalse();
        assertThat(nobody.scope().patterns()).isEmpty();
        assertThat(caller(Set.of(), List.of("370102"), null).sees(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "", "37010", "370102%", "3701021", "３７０１０２", "370102001001001001", "370102\n", "37 102"
            })
    void whatIsNoPlaceCode_isNoArea(String area) {
        assertThat(AreaScope.isArea(area)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new AreaScope(List.of(area), null));
        assertThat(TokenFacts.areas(List.of(area, "370102"), "ada")).containsExactly("370102");
    }

    @Test
    void anAreaClaim_isRead_inEveryForm() {
        assertThat(TokenFacts.areas("370102", "ada")).containsExactly("370102");
        assertThat(TokenFacts.areas(Arrays.asList("370102", null, "370102", 370103), "ada"))
                .containsExactly("370102", "370103");
        assertThat(TokenFacts.areas(null, "ada")).isEmpty();
        assertThat(TokenFacts.areas(true, "ada")).isEmpty();
    }

    @Test
    void aDepartmentClaim_isOneCode() {
        assertThat(TokenFacts.department("water", "ada")).isEqualTo("water");
        assertThat(TokenFacts.department(List.of("water"), "ada")).isEqualTo("water");
        assertThat(TokenFacts.department(List.of("water", "power"), "ada")).isNull();
        assertThat(TokenFacts.department("../x", "ada")).isNull();
        assertThat(TokenFacts.department(null, "ada")).isNull();
    }

    @Test
    void handlersAndManagers_seeTheirDepartmentOnly() {
        for (String role : List.of(Roles.HANDLER, Roles.MANAGER)) {
            Caller bound = caller(Set.of(role), List.of("370102"), "water");
            assertThat(bound.sees(GRID, "water")).isTrue();
            assertThat(bound.sees(GRID, "power")).isFalse();
            assertThat(bound.sees(GRID, null)).isFalse();
            assertThat(bound.sees("370103001001001", "water")).isFalse();
        }
    }

    @Test
    void aHandlerWithoutADepartment_seesNothing() {
        assertThat(caller(Set.of(Roles.HANDLER), List.of("370102"), null)
                        .scope()
                        .areas())
                .isEmpty();
    }

    @Test
    void supervisors_seeEveryDepartmentInTheirArea() {
        Caller supervisor = caller(Set.of(Roles.SUPERVISOR, Roles.HANDLER), List.of("370102001"), "water");
        assertThat(supervisor.sees(GRID, "power")).isTrue();
        assertThat(supervisor.scope().department()).isNull();
    }

    @Test
    void aMissingRole_is403_andAPlaceOfOthers_is404() {
        Caller worker = caller(Set.of(Roles.GRID_WORKER), List.of(GRID), null);
        worker.requireRole(Roles.DISPATCHER, Roles.GRID_WORKER);
        worker.requireSees(GRID);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> worker.requireRole(Roles.DISPATCHER))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(CommonProblem.FORBIDDEN));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> worker.requireSees("370102001001002"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(CommonProblem.NOT_FOUND));
    }

    @Test
    void whoeverActsForTheCity_isStaff_andAResidentIsNot() {
        assertThat(caller(Set.of(Roles.RESIDENT, "offline_access"), List.of(GRID), null)
                        .isStaff())
                .isFalse();
        assertThat(Roles.STAFF).allSatisfy(role -> assertThat(caller(Set.of(Roles.RESIDENT, role), List.of(GRID), null)
                        .isStaff())
                .isTrue());
    }

    @Test
    void theCondition_matchesItsParameters() {
        AreaScope scope = new AreaScope(List.of("370102001", "370103"), "water");
        assertThat(scope.patterns()).containsExactly("370102001%", "370103%");
        assertThat(AreaScope.condition("t.grid", 3)).isEqualTo("(t.grid LIKE ANY($3::text[]))");
        assertThat(AreaScope.condition("t.grid", "t.department", 3))
                .isEqualTo("(t.grid LIKE ANY($3::text[]) AND ($4::text IS NULL OR t.department = $4))");
    }
}
