package org.whistle.intake.matter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.contracts.Topics;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/**
 * A report whose reporter must stay hidden goes to the street at once, so no matter below it can come of one. Should there be
 * one all the same, it keeps what was promised.
 */
@QuarkusTest
@WithWhistle(service = "intake")
class HiddenMatterTest {

    private final String community = Intake.staff("community", "370102009001");
    private final String resident = Intake.someone("resident");

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "gas")
    void ticketThatComesOfIt_namesNotTheFiler_butTheBodyReportedOn(@Nullable String about) {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            UUID id = opened();
            Database.of("intake")
                    .execute("insert into whistleblower (report_id, about) values (?, cast(? as text))", id, about);
            passUp(id);

            ReportFiled filed = journal.await(ReportFiled.class, id);
            assertThat(filed.about()).isEqualTo(about);
            assertThat(filed.filedBy()).isEqualTo(Reporter.HIDDEN);
        }
    }

    @Test
    void ticketThatComesOfAnyOther_namesItsFiler_andNoBody() {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            UUID id = opened();
            passUp(id);

            ReportFiled filed = journal.await(ReportFiled.class, id);
            assertThat(filed.about()).isNull();
            assertThat(filed.filedBy()).isEqualTo(resident);
        }
    }

    private UUID opened() {
        return Intake.filed(Intake.resident(resident), Intake.body().with("level", "community"));
    }

    private void passUp(UUID id) {
        Intake.as(community)
                .header("If-Match", "\"0\"")
                .body(Map.of("reason", "须由街道处理"))
                .post(Intake.BASE + "/matters/" + id + "/passing-up")
                .then()
                .statusCode(200);
    }
}
