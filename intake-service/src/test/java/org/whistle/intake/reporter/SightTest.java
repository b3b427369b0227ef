package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whistle.intake.reporter.Sight.HIDDEN;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whistle.chassis.identity.Caller;
import org.whistle.intake.reporter.Sight.Look;
import org.whistle.intake.reporter.Sight.Matter;

class SightTest {

    private static final String GRID = "370102009001001";
    private static final Matter TICKET = new Matter(GRID, List.of("water-supply", "street"), null);
    private static final Matter SECRET =
            new Matter(GRID, List.of("water-supply"), new Whistleblower("urban-management"));

    private static Asker asker(String role, String area, @Nullable String department) {
        return Asker.of(Caller.of("a", "a", Set.of(role.split("\\+")), List.of(area), department));
    }

    @ParameterizedTest
    @CsvSource({
        "handler,      370102009, water-supply, OPEN,      OPEN",
        "manager,      370102,    street,       OPEN,      OPEN",
        "handler,      370102009, heating,      UNSEEN,    UNSEEN",
        "handler,      370102009, ,             UNSEEN,    UNSEEN",
        "handler,      370102001, water-supply, UNSEEN,    UNSEEN",
        "dispatcher,   370102009, ,             OPEN,      OPEN",
        "dispatcher,   370102001, ,             UNSEEN,    UNSEEN",
        "call-agent,   370102,    ,             OPEN,      OPEN",
        "community,    370102009001, ,          OPEN,      FORBIDDEN",
        "community,    370102009002, ,          UNSEEN,    UNSEEN",
        "supervisor,   370102,    ,             OPEN,      FORBIDDEN",
        "leader,       370102,    ,             FORBIDDEN, FORBIDDEN",
        "grid-worker,  370102009, ,             FORBIDDEN, FORBIDDEN",
        "administrator,370102,    ,             FORBIDDEN, FORBIDDEN",
        "resident,     370102,    ,             FORBIDDEN, FORBIDDEN",
    })
    void anOrdinaryReporter_isSeen_byRoleAreaAndTicket(
            String role, String area, @Nullable String department, Sight masked, Sight unmasked) {
        Asker asker = asker(role, area, department);
        assertThat(Sight.of(asker, TICKET, Look.MASKED)).isEqualTo(masked);
        assertThat(Sight.of(asker, TICKET, Look.UNMASKED)).isEqualTo(unmasked);
    }

    @ParameterizedTest
    @CsvSource({
        "call-agent,            370102,    ,                 OPEN",
        "supervisor,            370102,    ,                 OPEN",
        "supervisor,            370102001, ,                 UNSEEN",
        "dispatcher,            370102009, ,                 HIDDEN",
        "community,             370102009, ,                 HIDDEN",
        "handler,               370102009, water-supply,     HIDDEN",
        "manager,               370102009, water-supply,     HIDDEN",
        "handler,               370102009, urban-management, UNSEEN",
        "supervisor,            370102,    urban-management, HIDDEN",
        "supervisor+manager,    370102,    water-supply,     HIDDEN",
        "call-agent+handler,    370102,    ,                 UNSEEN",
        "call-agent+dispatcher, 370102,    urban-management, HIDDEN",
    })
    void aWhistleblower_isSeen_byNobodyOfADepartment(
            String roles, String area, @Nullable String department, Sight expected) {
        Asker asker = asker(roles, area, department);
        assertThat(Sight.of(asker, SECRET, Look.MASKED)).isEqualTo(expected);
        assertThat(Sight.of(asker, SECRET, Look.UNMASKED)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void theBodyReportedOn_seesNothing_alsoWhenItHasTheTicket(Look look) {
        Matter own = new Matter(GRID, List.of("urban-management"), new Whistleblower("urban-management"));
        assertThat(Sight.of(asker("manager", "370102", "urban-management"), own, look))
                .isEqualTo(HIDDEN);
    }
}
