package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.intake.Intake;
import org.whistle.intake.reporter.store.Erasure;
import org.whistle.testkit.Database;
import org.whistle.testkit.Received;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** People's data as staff meet it, and what is on record of their looks. */
@QuarkusTest
@WithWhistle(service = "intake")
class ReporterTest {

    private static final Database DATABASE = Database.of("intake");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "张三丰";
    private static final String REASON = "现场找不到井盖，需电话询问具体位置";

    @Inject
    Erasure erasure;

    private final String phone = "137" + String.format("%08d", (int) (Math.random() * 100_000_000));

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    private static String agent() {
        return Intake.staff("call-agent", "370102");
    }

    private Intake.Body body() {
        return Intake.body().with("reporter", Map.of("name", NAME, "phone", phone));
    }

    /** A ticket that is with these bodies. */
    private static UUID with(UUID ticket, String... departments) {
        DATABASE.execute(
                "insert into fate (ticket_id, version, state, round, departments, legs, changed_at)"
                        + " values (?, 1, 'dispatched', 1, string_to_array(?, ','), '[]', now())",
                ticket,
                String.join(",", departments));
        return ticket;
    }

    private static ValidatableResponse masked(String token, UUID ticket) {
        return Intake.as(token).get(path(ticket)).then();
    }

    private static ValidatableResponse unmasked(String token, UUID ticket, @Nullable String reason) {
        return Intake.as(token)
                .body(reason == null ? Map.of() : Map.of("reason", reason))
                .post(path(ticket) + "/unmasking")
                .then();
    }

    private static String path(UUID ticket) {
        return Intake.BASE + "/tickets/" + ticket + "/reporter";
    }

    private static ValidatableResponse record(Object subject) {
        await().atMost(PATIENCE).until(() -> DATABASE.number("select count(*) from audit_pending") == 0);
        return Intake.as(Intake.administrator())
                .get(Intake.BASE + "/audit?subject=" + subject)
                .then()
                .statusCode(200);
    }

    private static void hidden(ValidatableResponse answer) {
        answer.statusCode(404).body("type", equalTo("urn:whistle:problem:reporter-hidden"));
    }

    @Test
    void whoHasTheTicket_seesAMask_andTheLookIsOnRecord() {
        UUID ticket = with(Intake.filed(agent(), body()), "water-supply");
        String mask = phone.substring(0, 3) + "****" + phone.substring(7);

        for (String token : List.of(
                Intake.handler("water-supply", "370102"),
                Intake.staff("dispatcher", "370102009"),
                Intake.staff("community", "370102009001"),
                agent())) {
            masked(token, ticket)
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("name", equalTo("张**"))
                    .body("phone", equalTo(mask))
                    .body("kind", equalTo("hotline"))
                    .body("masked", equalTo(true));
        }
        masked(Intake.handler("heating", "370102"), ticket).statusCode(404);
        masked(Intake.staff("dispatcher", "370102001"), ticket).statusCode(404);
        masked(Intake.staff("leader", "370102"), ticket).statusCode(403);
        masked(Intake.worker("worker-1"), ticket).statusCode(403);
        record(ticket)
                .body("items", hasSize(4))
                .body(
                        "items.action",
                        contains("reporter-viewed", "reporter-viewed", "reporter-viewed", "reporter-viewed"))
                .body("items.actor", hasItem("handler-water-supply"))
                .body("items[3].department", equalTo("water-supply"));
    }

    @Test
    void unmasking_needsAReason_whichIsOnRecord() {
        UUID ticket = with(Intake.filed(agent(), body()), "water-supply");
        String handler = Intake.handler("water-supply", "370102");

        unmasked(handler, ticket, null).statusCode(400).body("errors[0].field", equalTo("reason"));
        unmasked(handler, ticket, "太短").statusCode(400).body("errors[0].field", equalTo("reason"));
        unmasked(handler, ticket, "长".repeat(501)).statusCode(400).body("errors[0].field", equalTo("reason"));
        unmasked(Intake.staff("community", "370102009001"), ticket, REASON).statusCode(403);
        unmasked(Intake.handler("heating", "370102"), ticket, REASON).statusCode(404);
        unmasked(handler, ticket, REASON)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", equalTo(NAME))
                .body("phone", equalTo(phone))
                .body("masked", equalTo(false));

        record(ticket)
                .body("items.action", contains("reporter-unmasked"))
                .body("items[0].actor", equalTo("handler-water-supply"))
                .body("items[0].detail.reason", equalTo(REASON));
        assertThat(DATABASE.number("select count(*) from audit_record where detail like ?", "%" + phone + "%"))
                .isZero();
    }

    @Test
    void anotherReport_ofTheTicket_hasItsOwnReporter() {
        UUID ticket = Intake.filed(agent(), body());
        UUID joined = Intake.filed(
                agent(),
                Intake.body().with("joins", ticket).with("reporter", Map.of("name", "李四", "phone", "13800000004")));

        Intake.as(agent()).get(path(ticket) + "?report=" + joined).then().body("name", equalTo("李*"));
        Intake.as(agent())
                .get(path(ticket) + "?report=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        Intake.as(agent()).get(path(ticket) + "?report=x").then().statusCode(400);
        Intake.as(agent()).get(Intake.BASE + "/tickets/x/reporter").then().statusCode(404);
    }

    @Test
    void aTicket_withoutPersonalData_hasNothingToShow() {
        UUID ticket = Intake.filed(Intake.worker("worker-2"), Intake.body());

        hidden(masked(agent(), ticket));
    }

    @Test
    void aWhistleblower_isHidden_fromEveryDepartment_andTheTriesAreOnRecord() {
        UUID ticket = with(
                Intake.filed(agent(), body().with("whistleblower", true).with("about", "urban-management")),
                "urban-management");

        for (String token : List.of(
                Intake.handler("urban-management", "370102"),
                Intake.staff("dispatcher", "370102009"),
                Intake.staff("community", "370102009001"),
                Tokens.forAccount("twofold")
                        .roles("supervisor")
                        .areas("370102")
                        .department("urban-management")
                        .sign())) {
            hidden(masked(token, ticket));
            hidden(unmasked(token, ticket, REASON));
        }
        masked(Intake.staff("supervisor", "370102"), ticket).statusCode(200).body("name", equalTo("张**"));
        unmasked(Intake.staff("supervisor", "370102001"), ticket, REASON).statusCode(404);
        unmasked(agent(), ticket, REASON).statusCode(200).body("phone", equalTo(phone));

        record(ticket)
                .body("items", hasSize(10))
                .body("items[0].action", equalTo("reporter-unmasked"))
                .body("items[0].detail.whistleblower", equalTo(true))
                .body("items.action", hasItem("reporter-unmasked-refused"))
                .body("items.findAll { it.action.endsWith('refused') }", hasSize(8));
    }

    @Test
    void aWhistleblowersEvents_tellNeitherAccount_norWhichOtherReportsAreTheirs() {
        String resident = Intake.someone("resident");
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            String open = Intake.file(Intake.resident(resident), Intake.body()).path("pseudonym");
            UUID secret = Intake.filed(Intake.resident(resident), Intake.body().with("whistleblower", true));

            Received event = journal.await("the report", candidate -> candidate.is(ReportFiled.class, secret));

            assertThat(event.text())
                    .doesNotContain(resident)
                    .doesNotContain(open)
                    .doesNotContain("whistleblower")
                    .contains(HiddenFiler.ACCOUNT);
            Intake.as(Intake.resident(resident))
                    .get(Intake.BASE + "/reports/" + secret)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void theBodyReportedOn_mustBeOne_andGoesWithWhistleblowersOnly() {
        Intake.file(agent(), body().with("about", "urban-management"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("about"));
        Intake.file(agent(), body().with("whistleblower", true).with("about", "nobody"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:body-unknown"))
                .body("errors[0].field", equalTo("about"));
    }

    @Test
    void erasure_removesThePerson_andLeavesTheReports() {
        UUID one = Intake.filed(agent(), body());
        UUID two = Intake.filed(agent(), body().with("whistleblower", true));
        UUID others =
                Intake.filed(agent(), Intake.body().with("reporter", Map.of("name", NAME, "phone", "13800000009")));
        Map<String, String> request = Map.of("phone", phone, "reason", "本人书面申请删除个人信息");

        Intake.as(agent())
                .body(request)
                .post(Intake.BASE + "/reporters/erasure")
                .then()
                .statusCode(403);
        String person = Intake.as(Intake.administrator())
                .body(request)
                .post(Intake.BASE + "/reporters/erasure")
                .then()
                .statusCode(200)
                .body("reports", equalTo(2))
                .extract()
                .path("pseudonym");

        hidden(masked(agent(), one));
        hidden(masked(agent(), two));
        masked(agent(), others).statusCode(200);
        Intake.as(agent())
                .get(Intake.BASE + "/reports/" + one)
                .then()
                .statusCode(200)
                .body("pseudonym", equalTo(person))
                .body("text", equalTo("井盖缺失，行人有跌落危险"));
        record(person)
                .body("items.action", contains("personal-data-erased"))
                .body("items[0].detail.reason", equalTo("本人书面申请删除个人信息"))
                .body("items[0].detail.reports", equalTo(2));
        Intake.as(Intake.administrator())
                .body(request)
                .post(Intake.BASE + "/reporters/erasure")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:whistle:problem:person-unknown"));
    }

    @Test
    void erasure_byTheReportsPseudonym_findsAWhistleblowerToo() {
        UUID ticket = Intake.filed(agent(), body().with("whistleblower", true));
        String pseudonym =
                Intake.as(agent()).get(Intake.BASE + "/reports/" + ticket).path("pseudonym");

        Intake.as(Intake.administrator())
                .body(Map.of("pseudonym", pseudonym, "reason", "本人书面申请删除个人信息"))
                .post(Intake.BASE + "/reporters/erasure")
                .then()
                .statusCode(200)
                .body("reports", equalTo(1));
        hidden(masked(agent(), ticket));
    }

    @Test
    void erasure_needsOnePerson_andAReason() {
        for (Map<String, String> request : List.of(
                Map.of("reason", REASON),
                Map.of("phone", phone, "pseudonym", UUID.randomUUID().toString(), "reason", REASON),
                Map.of("phone", "abc", "reason", REASON),
                Map.of("phone", phone),
                Map.of("phone", phone, "reason", "短"))) {
            Intake.as(Intake.administrator())
                    .body(request)
                    .post(Intake.BASE + "/reporters/erasure")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void retention_countsFromTheClosing_andLeavesWhatIsOpenOrYoung() {
        UUID closed = Intake.filed(agent(), body());
        UUID young = Intake.filed(agent(), body());
        UUID open = Intake.filed(agent(), body());
        UUID joined = Intake.filed(agent(), body().with("joins", closed));
        Instant limit = Instant.now().plus(Duration.ofHours(1));
        with(closed, "street");
        with(young, "street");
        DATABASE.execute("update fate set state = 'closed' where ticket_id = ?", closed);
        DATABASE.execute(
                "update fate set state = 'closed', changed_at = now() + interval '2 hours' where ticket_id = ?", young);

        assertThat(erasure.expire(limit).await().atMost(PATIENCE)).isGreaterThanOrEqualTo(2);

        hidden(masked(agent(), closed));
        hidden(Intake.as(agent()).get(path(closed) + "?report=" + joined).then());
        masked(agent(), young).statusCode(200);
        masked(agent(), open).statusCode(200);
        record(limit)
                .body("items[0].action", equalTo("personal-data-expired"))
                .body("items[0].actor", equalTo("system"));
    }
}
