package org.whistle.intake.reporter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.intake.Intake;
import org.whistle.intake.reporter.DataKey;
import org.whistle.intake.reporter.PersonalData;
import org.whistle.intake.reporter.Vault;
import org.whistle.testkit.Database;
import org.whistle.testkit.WhistleResource;
import org.whistle.testkit.WithWhistle;

/** A service that was given a second key. */
@QuarkusTest
@WithWhistle(service = "intake")
@TestProfile(ResealingTest.SecondKey.class)
class ResealingTest {

    private static final Database DATABASE = Database.of("intake");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Another key, used with another cipher. */
    public static final class SecondKey implements QuarkusTestProfile {

        static final String KEY = Base64.getEncoder().encodeToString("another key that tests do use !!".getBytes());

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("whistle.intake.data-key", "2:ChaCha20-Poly1305:" + KEY);
        }
    }

    @Inject
    Resealing resealing;

    @Test
    void whatTheFirstKeySealed_isSealedAnew_andStillOpens() {
        Intake.loadDistrict();
        String agent = Intake.staff("call-agent", "370102");
        PersonalData person = new PersonalData("王芳", "13800000012");
        UUID before = Intake.filed(agent, Intake.body().with("reporter", Map.of("phone", "13800000011")));
        UUID fresh = Intake.filed(agent, Intake.body().with("reporter", Map.of("phone", "13800000013")));
        DATABASE.execute(
                "update personal_data set sealed = ? where report_id = ?",
                new Vault(DataKey.ofBase64(WhistleResource.DATA_KEY)).seal(person, before),
                before);
        assertThat(keyOf(before)).isEqualTo(1);
        assertThat(keyOf(fresh)).isEqualTo(2);

        resealing.run().await().atMost(PATIENCE);

        assertThat(keyOf(before)).isEqualTo(2);
        assertThat(DATABASE.number("select count(*) from personal_data where key_version < 2"))
                .isZero();
        Intake.as(agent)
                .get(Intake.BASE + "/tickets/" + before + "/reporter")
                .then()
                .statusCode(200)
                .body("name", equalTo("王*"))
                .body("phone", equalTo("138****0012"));
    }

    private static long keyOf(UUID report) {
        return DATABASE.number("select key_version from personal_data where report_id = ?", report);
    }
}
