package org.whistle.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.testkit.Database;
import org.whistle.testkit.Stores;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** The chain over a real database, and what it says when somebody who may do everything there has been at it. */
@QuarkusTest
@WithWhistle(service = AuditedApp.SERVICE)
@TestProfile(AuditedApp.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/api/audited/audit";

    @Inject
    AuditTrail trail;

    @Inject
    AuditSealer sealer;

    @Inject
    AuditRetention retention;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    private final Database database = Database.of(AuditedApp.SERVICE);
    private final UUID subject = Ids.next();

    private AuditEntry entry(String action) {
        return entry(action, Instant.now());
    }

    private AuditEntry entry(String action, Instant at) {
        return AuditEntry.of(at, "dora", "water-supply", action, "ticket", subject, new JsonObject().put("为什么", "“”"));
    }

    private void append(AuditEntry... entries) {
        transactions
                .inTransaction(tx -> trail.append(tx, List.of(entries)))
                .await()
                .atMost(PATIENCE);
        awaitSealed();
    }

    /** Does not wait for the timer, but for a seal that the timer may have begun. */
    private void awaitSealed() {
        sealer.seal().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from audit_pending") == 0);
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.forAccount("olga")
                        .roles("operator")
                        .areas("370102")
                        .sign())
                .header("Accept-Language", "en")
                .get(path)
                .then();
    }

    private static ValidatableResponse verification(String query) {
        return get(PATH + "/verification" + query).statusCode(200);
    }

    /** Statements of the one whom no trigger stops. */
    private void asSuperuser(String... statements) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {Stores.HOST});
        source.setPortNumbers(new int[] {database.port()});
        source.setDatabaseName(AuditedApp.SERVICE);
        source.setUser("postgres");
        source.setPassword("postgres");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets a chain of ten records be tampered with, looks, and puts everything back. */
    private void tampered(Runnable look, String... statements) {
        append(IntStream.range(0, 10).mapToObj(n -> entry("act-" + n)).toArray(AuditEntry[]::new));
        verification("").body("valid", equalTo(true));
        asSuperuser(
                "create table record_copy as select * from audit_record",
                "create table head_copy as select * from audit_head");
        try {
            asSuperuser(statements);
            look.run();
        } finally {
            asSuperuser(
                    "truncate audit_record",
                    "insert into audit_record select * from record_copy",
                    "delete from audit_head",
                    "insert into audit_head select * from head_copy",
                    "drop table record_copy",
                    "drop table head_copy");
        }
        verification("").body("valid", equalTo(true));
    }

    private long lastSeq() {
        return database.number("select max(seq) from audit_record");
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
        String page = PATH + "?limit=2&subject=" + subject;
        while (page != null) {
            var answer = get(page).statusCode(200).extract().jsonPath();
            seen.addAll(answer.getList("items.action", String.class));
            page = answer.getString("next");
        }
        assertThat(seen).containsExactly("act-4", "act-3", "act-2", "act-1", "act-0");
        get(PATH + "?subject=" + subject + "&action=act-3&actor=dora&from=2020-01-01")
                .statusCode(200)
                .body("items.action", contains("act-3"))
                .body("items[0].actor", equalTo("dora"))
                .body("items[0].department", equalTo("water-supply"))
                .body("items[0].subjectType", equalTo("ticket"))
                .body("items[0].detail.为什么", equalTo("“”"))
                .body("items[0].hash", notNullValue());
        get(PATH + "?subject=" + subject + "&actor=somebody-else")
                .statusCode(200)
                .body("items", hasSize(0));
        get(PATH + "?subject=" + subject + "&to=2020-01-01").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whoHasNotTheRole_orNotTheWholeDistrict_isRefused() {
        for (String token : List.of(
                Tokens.forAccount("w").roles("grid-worker").areas("370102").sign(),
                Tokens.forAccount("o").roles("operator").areas("370102009").sign(),
                Tokens.forAccount("a").roles("administrator").sign())) {
            given().auth().oauth2(token).get(PATH).then().statusCode(403);
            given().auth().oauth2(token).get(PATH + "/verification").then().statusCode(403);
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

        get(PATH + "?subject=" + subject).body("items.action", contains("done"));
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

        get(PATH + "?subject=" + subject)
                .body("items.action", contains("thing-approved", "thing-decided"))
                .body("items.actor", contains("emil", "dora"))
                .body("items[1].detail.event", equalTo(decided.id().toString()))
                .body("items[1].detail.body.a", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actor = 'nobody'",
                "detail = '{}'",
                "at = at - interval '1 hour'",
                "department = null",
                "subject_id = 'x'",
                "action = 'y'",
                "hash = sha256('z')",
                "previous = sha256('z')"
            })
    void aChangedRecord_isFound(String change) {
        append(entry("x"));
        long victim = lastSeq() + 4;
        tampered(
                () -> verification("")
                        .body("valid", equalTo(false))
                        .body("firstBrokenSeq", equalTo((int) victim))
                        .body("fault", equalTo("changed")),
                "update audit_record set " + change + " where seq = " + victim);
    }

    @Test
    void aRemovedRecord_isFound_alsoWhenTheGapIsClosed() {
        append(entry("x"));
        int victim = (int) lastSeq() + 4;
        tampered(
                () -> verification("").body("firstBrokenSeq", equalTo(victim)).body("fault", equalTo("missing")),
                "delete from audit_record where seq = " + victim);
        int next = victim + 10;
        tampered(
                () -> verification("").body("firstBrokenSeq", equalTo(next)).body("fault", equalTo("changed")),
                "delete from audit_record where seq = " + next,
                "update audit_record set seq = seq + 1000000 where seq > " + next,
                "update audit_record set seq = seq - 1000001 where seq > 1000000");
    }

    @Test
    void anInsertedRecord_isFound() {
        append(entry("x"));
        int place = (int) lastSeq() + 4;
        tampered(
                () -> verification("").body("firstBrokenSeq", equalTo(place)).body("fault", equalTo("changed")),
                "update audit_record set seq = seq + 1000000 where seq >= " + place,
                "update audit_record set seq = seq - 999999 where seq > 1000000",
                "insert into audit_record select seq - 1, at, 'nobody', department, action, subject_type, subject_id,"
                        + " detail, digest, previous, hash from audit_record where seq = "
                        + (place + 1));
        int beyond = (int) lastSeq() + 11;
        tampered(
                () -> verification("").body("firstBrokenSeq", equalTo(beyond)).body("fault", equalTo("added")),
                "insert into audit_record select seq + 1, at, actor, department, action, subject_type, subject_id,"
                        + " detail, digest, hash, hash from audit_record order by seq desc limit 1");
    }

    @Test
    void reorderedRecords_areFound() {
        append(entry("x"));
        int first = (int) lastSeq() + 4;
        tampered(
                () -> verification("").body("firstBrokenSeq", equalTo(first)).body("fault", equalTo("changed")),
                "update audit_record set seq = seq + 1000000 where seq in (" + first + ", " + (first + 1) + ")",
                "update audit_record set seq = " + (2 * first + 1) + " - (seq - 1000000) where seq > 1000000");
    }

    @Test
    void aChain_thatIsCutOff_isFound() {
        append(entry("x"));
        int end = (int) lastSeq() + 8;
        tampered(
                () -> verification("").body("firstBrokenSeq", equalTo(end)).body("fault", equalTo("missing")),
                "delete from audit_record where seq >= " + end);
    }

    @Test
    void aChain_thatIsCutOff_withItsHead_isFound_forTheHeadIsSigned() {
        append(entry("x"));
        int last = (int) lastSeq() + 7;
        tampered(
                () -> verification("").body("valid", equalTo(false)).body("fault", equalTo("head-changed")),
                "delete from audit_record where seq > " + last,
                "update audit_head set seq = " + last + ", hash = (select hash from audit_record where seq = " + last
                        + ")");
    }

    @Test
    void aChain_thatIsPutBack_toAnOlderHead_isFound_byWhoKnowsTheNewer() {
        append(entry("x"));
        asSuperuser("create table older as select * from audit_head");
        long older = lastSeq();
        append(entry("y"));
        var newer = verification("").extract().jsonPath();
        tampered(
                () -> {
                    verification("").body("valid", equalTo(false)).body("fault", equalTo("not-the-known-chain"));
                    verification("?seq=" + newer.getInt("headSeq") + "&hash=" + newer.getString("headHash"))
                            .body("fault", equalTo("not-the-known-chain"));
                },
                "delete from audit_record where seq > " + older,
                "delete from audit_head",
                "insert into audit_head select * from older",
                "drop table older");
        verification("?seq=" + newer.getInt("headSeq") + "&hash=" + newer.getString("headHash"))
                .body("valid", equalTo(true))
                .body("fault", nullValue());
        verification("?seq=" + newer.getInt("headSeq") + "&hash=00").body("fault", equalTo("not-the-known-chain"));
    }

    @Test
    void nothingIsSealed_onAHead_thatSomebodyChanged() {
        tampered(
                () -> {
                    transactions
                            .inTransaction(tx -> trail.append(tx, List.of(entry("waits"))))
                            .await()
                            .atMost(PATIENCE);
                    await().atMost(PATIENCE).until(() -> metric() == 1);
                    assertThat(database.number("select count(*) from audit_pending"))
                            .isOne();
                },
                "update audit_head set sealed_at = sealed_at + interval '1 second'");
        awaitSealed();
        assertThat(metric()).isZero();
        get(PATH + "?subject=" + subject + "&action=waits").body("items", hasSize(1));
    }

    private static double metric() {
        String metrics = given().auth()
                .oauth2(Tokens.forAccount("olga").roles("operator").sign())
                .get("/api/audited/q/metrics")
                .asString();
        return metrics.lines()
                .filter(line -> line.startsWith("whistle_audit_broken"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void badQuestions_areRefused() {
        get(PATH + "?from=yesterday").statusCode(400).body("errors[0].field", equalTo("from"));
        get(PATH + "/verification?seq=1").statusCode(400).body("errors[0].field", equalTo("hash"));
        get(PATH + "/verification?seq=1&hash=xyz").statusCode(400).body("errors[0].field", equalTo("hash"));
    }
}
