package org.whistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.intake.Reporter.Kind;

class ReporterKindsTest {

    @Test
    void resident_filesForThemselvesOnly() {
        assertThat(ReporterKinds.allowed(Set.of("resident"))).containsExactly(Kind.RESIDENT);
    }

    @Test
    void kind_followsTheRole_whenNoneIsGiven() {
        assertThat(ReporterKinds.usual(Set.of("grid-worker"))).isEqualTo(Kind.GRID_WORKER);
        assertThat(ReporterKinds.usual(Set.of("call-agent"))).isEqualTo(Kind.HOTLINE);
        assertThat(ReporterKinds.usual(Set.of("dispatcher"))).isEqualTo(Kind.HOTLINE);
        assertThat(ReporterKinds.usual(Set.of("building-head"))).isEqualTo(Kind.COMMUNITY);
        assertThat(ReporterKinds.usual(Set.of("resident", "grid-worker"))).isEqualTo(Kind.GRID_WORKER);
    }

    @Test
    void rolesThatOnlyHandleOrRead_fileNothing() {
        assertThat(ReporterKinds.filingRoles())
                .containsExactlyInAnyOrder(
                        "grid-worker",
                        "unit-steward",
                        "building-head",
                        "branch",
                        "community",
                        "dispatcher",
                        "resident",
                        "call-agent");
    }
}
