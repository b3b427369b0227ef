package org.whistle.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.whistle.testkit.Stores;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** What the chain says when somebody who may do everything in the database has been at it. */
@QuarkusTest
@WithWhistle(service = TamperedApp.SERVICE)
@TestProfile(TamperedApp.class)
class AuditTamperingTest extends AuditedFixture {

    AuditTamperingTest() {
        super(TamperedApp.SERVICE);
    }

    /** Statements of the one whom no trigger stops. */
    private void asSuperuser(String... statements) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {Stores.HOST});
        source.setPortNumbers(new int[] {database.port()});
        source.setDatabaseName(service);
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
        get(path + "?subject=" + subject + "&action=waits").body("items", hasSize(1));
    }

    private double metric() {
        String metrics = given().auth()
                .oauth2(Tokens.forAccount("olga").roles("operator").sign())
                .get("/api/" + service + "/q/metrics")
                .asString();
        return metrics.lines()
                .filter(line -> line.startsWith("whistle_audit_broken"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
