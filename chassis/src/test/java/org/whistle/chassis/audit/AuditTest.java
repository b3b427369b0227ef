package org.whistle.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.whistle.chassis.event.Envelope;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** The chain over a real database: what is on it, who reads it, and how long it is kept. */
@QuarkusTest
@WithWhistle(service = AuditedApp.SERVICE)
@TestProfile(AuditedApp.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditTest extends AuditedFixture {

    AuditTest() {
        super(AuditedApp.SERVICE);
    }

    // Comes first: retention begins with the oldest record, so those of the other tests must not be there.
    @Test
    @Order(1)
    void retention_removesWhatIsOld_andTheRestStillVerifies() {
        Instant old = Instant.now().minus(Duration.ofDays(200));
        append(entry("old-1", old), entry("old-2", old), entry("young", Instant.now()), entry("old-3", old));

        retention
                .removeBefore(Instant.now().minus(AuditRetention.SHORTEST))
                .await()
                .atMost(PATIENCE);

        assertThat(database.rows("select action from audit_record order by seq"))
                .extracting(row -> row.get("action"))
                .containsExactly("young", "old-3");
        verification("")
                .body("valid", equalTo(true))
                .body("records", equalTo(2))
                .body("firstSeq", equalTo(3))
                .body("headSeq", equalTo(4));
    }

    @Test
    @Order(2)
    void whatIsYoung_isNotRemoved_byAnything() {
        append(entry("young"));
        long before = database.number("select count(*) from audit_record");

        assertThatThrownBy(() -> retention
                        .removeBefore(Instant.now().plus(Duration.ofDays(1)))
                        .await()
                        .atMost(PATIENCE))
                .hasMessageContaining("not removed before 184 days");
        for (String statement : List.of(
                "delete from audit_record",
                "update audit_record set actor = 'nobody'",
                "truncate audit_record",
                "delete from audit_head",
                "update audit_head set seq = seq - 1",
                "truncate audit_head")) {
            assertThatThrownBy(() -> database.execute(statement)).as(statement).hasMessageContaining("audit");
        }

        assertThat(database.number("select count(*) from audit_record")).isEqualTo(before);
        verification("").body("valid", equalTo(true));
    }

    @Test
    void aShorterRetention_thanTheLawAllows_isRefused() {
        assertThatThrownBy(() -> new AuditRetention(null, null, null, Duration.ofDays(183)))
                .hasMessageContaining("184 days");
    }

    @Test
    void records_areListed_theLatestFirst_pageByPage_narrowed() {
        append(IntStream.range(0, 5).mapToObj(n -> entry("act-" + n)).toArray(AuditEntry[]::new));

        List<String> seen = new ArrayList<>();
        String page = path + "?limit=2&subject=" + subject;
        while (page != null) {
            var answer = get(page).statusCode(200).extract().jsonPath();
            seen.addAll(answer.getList("items.action", String.class));
            page = answer.getString("next");
        }
        assertThat(seen).containsExactly("act-4", "act-3", "act-2", "act-1", "act-0");
        get(path + "?subject=" + subject + "&action=act-3&actor=dora&from=2020-01-01")
                .statusCode(200)
                .body("items.action", contains("act-3"))
                .body("items[0].actor", equalTo("dora"))
                .body("items[0].department", equalTo("water-supply"))
                .body("items[0].subjectType", equalTo("ticket"))
                .body("items[0].detail.为什么", equalTo("“”"))
                .body("items[0].hash", notNullValue());
        get(path + "?subject=" + subject + "&actor=somebody-else")
                .statusCode(200)
                .body("items", hasSize(0));
        get(path + "?subject=" + subject + "&to=2020-01-01").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whoHasNotTheRole_orNotTheWholeDistrict_isRefused() {
        for (String token : List.of(
                Tokens.forAccount("w").roles("grid-worker").areas("370102").sign(),
                Tokens.forAccount("o").roles("operator").areas("370102009").sign(),
                Tokens.forAccount("a").roles("administrator").sign())) {
            given().auth().oauth2(token).get(path).then().statusCode(403);
            given().auth().oauth2(token).get(path + "/verification").then().statusCode(403);
        }
    }

    @Test
    void aDecision_thatIsRolledBack_leavesNoEntry() {
        assertThatThrownBy(() -> transactions
                        .inTransaction(tx -> trail.append(tx, List.of(entry("undone")))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back"))))
                        .await()
                        .atMost(PATIENCE))
                .hasMessage("rolled back");
        append(entry("done"));

        get(path + "?subject=" + subject).body("items.action", contains("done"));
    }

    @Test
    void events_withAnAuthor_areOnRecord_eitherWay() throws Throwable {
        Envelope decided = event("whistle.audited.thing-decided.v1").by("dora", null);
        Envelope automatic = event("whistle.audited.thing-counted.v1");
        Envelope approved = event("whistle.audited.thing-approved.v1").by("emil", "street");

        transactions
                .inTransaction(tx -> outbox.append(tx, List.of(decided, automatic)))
                .await()
                .atMost(PATIENCE);
        awaitSealed();
        VertxContextSupport.subscribeAndAwait(
                () -> transactions.inSession(() -> outbox.append(List.of(approved, automatic.causedBy("x")))));
        awaitSealed();

        get(path + "?subject=" + subject)
                .body("items.action", contains("thing-approved", "thing-decided"))
                .body("items.actor", contains("emil", "dora"))
                .body("items[1].detail.event", equalTo(decided.id().toString()))
                .body("items[1].detail.body.a", equalTo(1));
    }

    @Test
    void badQuestions_areRefused() {
        get(path + "?from=yesterday").statusCode(400).body("errors[0].field", equalTo("from"));
        get(path + "/verification?seq=1").statusCode(400).body("errors[0].field", equalTo("hash"));
        get(path + "/verification?seq=1&hash=xyz").statusCode(400).body("errors[0].field", equalTo("hash"));
    }

    private Envelope event(String type) {
        return Envelope.of(
                "audited.topic",
                type,
                "/audited",
                subject,
                Instant.now(),
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }
}
