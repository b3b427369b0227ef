package org.whistle.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.testkit.Database;
import org.whistle.testkit.Tokens;

/** An app with an audit chain, and the words of the tests about it. */
abstract class AuditedFixture {

    static final Duration PATIENCE = Duration.ofSeconds(20);

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

    final String service;
    final String path;
    final Database database;
    final UUID subject = Ids.next();

    AuditedFixture(String service) {
        this.service = service;
        this.path = "/api/" + service + "/audit";
        this.database = Database.of(service);
    }

    AuditEntry entry(String action) {
        return entry(action, Instant.now());
    }

    AuditEntry entry(String action, Instant at) {
        return AuditEntry.of(at, "dora", "water-supply", action, "ticket", subject, new JsonObject().put("为什么", "“”"));
    }

    void append(AuditEntry... entries) {
        transactions
                .inTransaction(tx -> trail.append(tx, List.of(entries)))
                .await()
                .atMost(PATIENCE);
        awaitSealed();
    }

    /** Does not wait for the timer, but for a seal that the timer may have begun. */
    void awaitSealed() {
        sealer.seal().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from audit_pending") == 0);
    }

    static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.forAccount("olga")
                        .roles("operator")
                        .areas("370102")
                        .sign())
                .header("Accept-Language", "en")
                .get(path)
                .then();
    }

    ValidatableResponse verification(String query) {
        return get(path + "/verification" + query).statusCode(200);
    }
}
