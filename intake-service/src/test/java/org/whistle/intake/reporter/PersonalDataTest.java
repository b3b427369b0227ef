package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WhistleResource;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class PersonalDataTest {

    private static final Database DATABASE = Database.of("intake");
    private static final String NAME = "欧阳望舒";
    private static final String PHONE = "13998877665";

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void nameAndPhone_standNowhereInClear() {
        Logger root = Logger.getLogger("");
        Logger own = Logger.getLogger("org.whistle");
        Lines lines = new Lines();
        own.setLevel(Level.ALL);
        root.addHandler(lines);
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            String agent = Intake.staff("call-agent", "370102");
            Map<String, String> reporter = Map.of("name", NAME, "phone", PHONE);
            String answer = Intake.file(agent, Intake.body().with("reporter", reporter))
                    .then()
                    .statusCode(201)
                    .extract()
                    .asString();
            UUID id = UUID.fromString(JsonPath.from(answer).getString("id"));
            // Refusals, too, must not repeat what was said.
            String refused = Intake.file(
                            agent,
                            Intake.body()
                                    .with("type", "X9999")
                                    .with("reporter", Map.of("name", NAME, "phone", "x" + PHONE)))
                    .asString();
            String read = Intake.as(agent).get(Intake.BASE + "/reports/" + id).asString();
            String record = journal.await("the report", candidate -> candidate.is(ReportFiled.class, id))
                    .text();

            assertHidden(answer, refused, read, record);
            assertHidden(lines.all());
            for (Map<String, ?> table :
                    DATABASE.rows("select table_name from information_schema.tables where table_schema = 'public'")) {
                String name = String.valueOf(table.get("table_name"));
                assertThat(DATABASE.number(
                                "select count(*) from " + name + " t where t::text like ? or t::text like ?",
                                "%" + PHONE + "%",
                                "%" + NAME + "%"))
                        .as(name)
                        .isZero();
            }
            byte[] sealed = (byte[]) DATABASE.rows("select sealed from personal_data where report_id = ?", id)
                    .getFirst()
                    .get("sealed");
            assertThat(new Vault(DataKey.ofBase64(WhistleResource.DATA_KEY)).open(sealed, id))
                    .isEqualTo(new PersonalData(NAME, PHONE));
        } finally {
            root.removeHandler(lines);
            own.setLevel(null);
        }
    }

    @Test
    void onePerson_hasOnePseudonym() {
        String agent = Intake.staff("call-agent", "370102");
        Map<String, String> reporter = Map.of("phone", PHONE);

        String first =
                Intake.file(agent, Intake.body().with("reporter", reporter)).path("pseudonym");
        String second = Intake.file(
                        agent, Intake.body().with("reporter", Map.of("name", NAME, "phone", "+86 139-9887-7665")))
                .path("pseudonym");
        String other = Intake.file(agent, Intake.body().with("reporter", Map.of("phone", "13998877666")))
                .path("pseudonym");

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private static void assertHidden(String... texts) {
        for (String text : texts) {
            assertThat(text).doesNotContain(NAME).doesNotContain(PHONE);
        }
    }

    private static final class Lines extends Handler {

        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord line) {
            Object[] parameters = line.getParameters();
            lines.add(line.getMessage() + (parameters == null ? "" : List.of(parameters)) + line.getThrown());
        }

        String all() {
            synchronized (lines) {
                return String.join("\n", lines);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
