package org.whistle.chassis.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.whistle.chassis.messaging.AppliedHandler.NOTED;
import static org.whistle.chassis.messaging.AppliedHandler.POISON;
import static org.whistle.chassis.messaging.Records.bare;
import static org.whistle.chassis.messaging.Records.event;
import static org.whistle.chassis.messaging.Records.noted;
import static org.whistle.chassis.messaging.Records.record;
import static org.whistle.chassis.messaging.Records.throughTheBroker;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.inbox.BatchHandler.Interest;
import org.whistle.chassis.inbox.BatchProcessor;
import org.whistle.chassis.messaging.AppliedHandler;
import org.whistle.chassis.messaging.MessagingApp;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.testkit.Database;
import org.whistle.testkit.Received;
import org.whistle.testkit.Stores;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** What an operator sees of dead letters and does with them. */
@QuarkusTest
@WithWhistle(service = MessagingApp.SERVICE, topics = MessagingApp.STORY)
@TestProfile(MessagingApp.class)
class DeadLetterResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/api/chassis/dead-letters";
    private static final String TOPIC = "chassis.letters";
    private static final String UNHEARD = "whistle.test.unheard.v1";

    @Inject
    BatchProcessor processor;

    @Inject
    AppliedHandler handler;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    private final Database database = Database.of(MessagingApp.SERVICE);
    private final UUID subject = Ids.next();

    @BeforeEach
    void noLetters() {
        handler.reset();
        database.truncate("dead_letter");
    }

    private static RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.forAccount("olga").roles("operator").sign())
                .header("Accept-Language", "en");
    }

    private static ValidatableResponse refusal(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:" + code));
    }

    private static ValidatableResponse replay(Object id) {
        return operator().post(PATH + "/" + id + "/replay").then();
    }

    /** Lets records fail; answers their letters' ids in the records' order. */
    private List<UUID> letters(List<ProducerRecord<String, byte[]>> records) {
        processor.process(throughTheBroker(records), handler).await().atMost(PATIENCE);
        return database.rows("select id from dead_letter order by \"offset\"").stream()
                .map(row -> (UUID) row.get("id"))
                .toList();
    }

    private UUID poison() {
        return letters(List.of(record(noted(TOPIC, subject, POISON)))).getFirst();
    }

    private long applied() {
        return database.number("select count(*) from applied where subject = ?", subject);
    }

    private void append(Envelope... events) {
        transactions
                .inTransaction(tx -> outbox.append(tx, List.of(events)))
                .await()
                .atMost(PATIENCE);
        await().atMost(PATIENCE)
                .until(() -> database.number("select count(*) from outbox where aggregateid = ?", subject) == 0);
    }

    @Test
    void letters_areListed_theLatestFirst_pageByPage() {
        List<UUID> ids = letters(IntStream.range(0, 5)
                .mapToObj(n -> record(noted(TOPIC, subject, POISON)))
                .toList());
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String page = PATH + "?limit=2";
        while (page != null) {
            var answer = operator().get(page).then().statusCode(200).extract().jsonPath();
            List<String> items = answer.getList("items.id");
            seen.addAll(items);
            sizes.add(items.size());
            page = answer.getString("next");
        }
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(seen)
                .containsExactlyElementsOf(
                        ids.reversed().stream().map(UUID::toString).toList());
    }

    @Test
    void letter_showsItsRecordAndItsCause() {
        Envelope event = noted(TOPIC, subject, POISON);
        UUID id = letters(List.of(record(event))).getFirst();

        operator()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("topic", equalTo(TOPIC))
                .body("partition", equalTo(0))
                .body("offset", notNullValue())
                .body("key", equalTo(subject.toString()))
                .body("headers.ce_id", equalTo(event.id().toString()))
                .body("headers.ce_type", equalTo(NOTED))
                .body("payload", equalTo(POISON))
                .body("payloadSize", equalTo(POISON.length()))
                .body("cause", equalTo("it is poison"))
                .body("attempts", equalTo(1))
                .body("failedAt", notNullValue())
                .body("replayedAt", nullValue());
    }

    @Test
    void letterWithoutKeyAndBody_isShown() {
        UUID id = letters(List.of(bare(TOPIC, null, null))).getFirst();
        operator()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("key", nullValue())
                .body("payload", nullValue())
                .body("cause", equalTo("header ce_type is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=forged", "?replayed=true&cursor=AAAA"})
    void listing_isRefused_withBadParameters(String query) {
        operator().get(PATH + query).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0190b5f2-0000-7000-8000-000000000000", "no-id"})
    void unknownLetter_isNotFound(String id) {
        refusal(operator().get(PATH + "/" + id).then(), 404, "not-found");
        refusal(replay(id), 404, "not-found");
    }

    @Test
    void otherRoles_areRefused_andNobodyComesInWithoutAToken() {
        UUID id = poison();
        for (String path : List.of(PATH, PATH + "/" + id)) {
            refusal(given().get(path).then(), 401, "unauthorized");
            for (String role : List.of("administrator", "dispatcher", "leader")) {
                String token = Tokens.forAccount("eve").roles(role).sign();
                refusal(given().auth().oauth2(token).get(path).then(), 403, "forbidden");
            }
        }
        String token = Tokens.forAccount("eve").roles("administrator").sign();
        refusal(given().post(PATH + "/" + id + "/replay").then(), 401, "unauthorized");
        refusal(given().auth().oauth2(token).post(PATH + "/" + id + "/replay").then(), 403, "forbidden");
        assertThat(applied()).isZero();
        operator().get(PATH + "/" + id).then().body("attempts", equalTo(1));
    }

    @Test
    void replay_appliesTheRecord_onceItsCauseIsMended() {
        UUID id = poison();
        handler.mend();
        replay(id)
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("replayedAt", notNullValue())
                .body("replayedBy", equalTo("olga"));

        assertThat(applied()).isEqualTo(1);
        operator().get(PATH).then().body("items", hasSize(0)).body("next", nullValue());
        operator().get(PATH + "?replayed=true").then().body("items.id", contains(id.toString()));
    }

    @Test
    void replay_isRefused_whileTheRecordStillFails_andTheLetterStays() {
        UUID id = poison();
        handler.failWith("it is another poison");

        refusal(replay(id), 422, "dead-letter-still-fails").body("detail", containsString("it is another poison"));
        operator()
                .get(PATH + "/" + id)
                .then()
                .body("attempts", equalTo(2))
                .body("cause", equalTo("it is another poison"))
                .body("replayedAt", nullValue());
        assertThat(applied()).isZero();

        handler.mend();
        replay(id).statusCode(200).body("attempts", equalTo(2));
        assertThat(applied()).isEqualTo(1);
    }

    @Test
    void secondReplay_isAConflict() {
        UUID id = poison();
        handler.mend();
        replay(id).statusCode(200);

        refusal(replay(id), 409, "dead-letter-already-replayed").body("detail", containsString("olga"));
        assertThat(applied()).isEqualTo(1);
    }

    @Test
    void replaysAtTheSameTime_applyOnce() throws Exception {
        UUID id = poison();
        handler.mend();
        try (var callers = Executors.newFixedThreadPool(4)) {
            Callable<Integer> call = () -> replay(id).extract().statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (var answer : callers.invokeAll(List.of(call, call, call, call))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        }
        assertThat(applied()).isEqualTo(1);
    }

    @Test
    void replay_isUnavailable_whileTheDatabaseIsInTrouble_andTheLetterStaysAsItWas() {
        UUID id = poison();
        handler.mend();
        handler.hiccup(1);

        refusal(replay(id), 503, "unavailable");
        operator().get(PATH + "/" + id).then().body("attempts", equalTo(1)).body("replayedAt", nullValue());
        replay(id).statusCode(200);
    }

    @Test
    void unknownType_isApplied_afterTheUpgradeThatKnowsIt() {
        UUID id = letters(List.of(record(event(TOPIC, UNHEARD, subject, "news".getBytes(StandardCharsets.UTF_8)))))
                .getFirst();
        refusal(replay(id), 422, "dead-letter-still-fails").body("detail", containsString(UNHEARD));

        handler.learn(UNHEARD, Interest.APPLY);
        replay(id).statusCode(200);
        assertThat(applied()).isEqualTo(1);
    }

    @Test
    void unknownType_isDone_afterTheUpgradeThatKnowsItIsNoneOfOurs() {
        UUID id = letters(List.of(record(event(TOPIC, UNHEARD, subject, "news".getBytes(StandardCharsets.UTF_8)))))
                .getFirst();
        handler.learn(UNHEARD, Interest.PASS);

        replay(id).statusCode(200).body("replayedBy", equalTo("olga"));
        assertThat(applied()).isZero();
    }

    @Test
    void unreadableRecord_staysUnreadable() {
        UUID id = letters(List.of(bare(TOPIC, "key", new byte[] {(byte) 0xff, 0, 1})))
                .getFirst();
        refusal(replay(id), 422, "dead-letter-still-fails").body("detail", containsString("ce_specversion"));
    }

    @Test
    void recordOfATopicNobodyReads_cannotBeReplayed() {
        UUID id = poison();
        database.execute("update dead_letter set topic = 'elsewhere' where id = ?", id);

        refusal(replay(id), 422, "dead-letter-still-fails").body("detail", containsString("elsewhere"));
    }

    @Test
    void causeOfAFailedReplay_isBounded() {
        UUID id = poison();
        handler.failWith("NUL \0 " + "x".repeat(10_000));
        refusal(replay(id), 422, "dead-letter-still-fails");

        assertThat((String) database.rows("select cause from dead_letter where id = ?", id)
                        .getFirst()
                        .get("cause"))
                .hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void eventThatNeverReachedItsTopic_isPublishedAgain() throws Exception {
        String topic = "chassis.narrow";
        Stores.shared().createTopics(topic);
        Envelope event = noted(topic, subject, "x".repeat(2 << 20)).causedBy("why");
        append(event);
        operator()
                .get(PATH)
                .then()
                .body("items.id", contains(event.id().toString()))
                .body("items[0].partition", equalTo(-1))
                .body("items[0].payload", hasLength(65536))
                .body("items[0].payloadSize", equalTo(2 << 20));

        widen(topic);
        replay(event.id()).statusCode(200).body("replayedBy", equalTo("olga"));

        try (TopicReader reader = TopicReader.fromBeginning(topic)) {
            Received received =
                    reader.await("the event", r -> subject.toString().equals(r.key()));
            assertThat(received.id()).isEqualTo(event.id());
            assertThat(received.time()).isEqualTo(event.time());
            assertThat(received.value()).isEqualTo(event.data());
            assertThat(received.headers())
                    .containsEntry("ce_causationid", "why")
                    .containsEntry("ce_source", "/test");
        }
    }

    private static void widen(String topic) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Stores.shared().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", "4194304"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    @Test
    void eventThatStillCannotBePublished_isOpenAgain_andHoldsNothingUp() {
        Envelope lost = noted("no such/topic", subject, "lost");
        append(lost);
        replay(lost.id()).statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> operator()
                .get(PATH + "/" + lost.id())
                .then()
                .body("attempts", equalTo(2))
                .body("replayedAt", nullValue())
                .body("replayedBy", nullValue()));

        append(noted(TOPIC, subject, "after"));
        try (TopicReader reader = TopicReader.fromBeginning(TOPIC)) {
            reader.await(
                    "the event after",
                    r -> subject.toString().equals(r.key()) && r.text().equals("after"));
        }
    }
}
