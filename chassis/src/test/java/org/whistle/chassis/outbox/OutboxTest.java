package org.whistle.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.whistle.chassis.messaging.AppliedHandler.NOTED;
import static org.whistle.chassis.messaging.Records.event;
import static org.whistle.chassis.messaging.Records.noted;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.messaging.MessagingApp;
import org.whistle.chassis.store.Transactions;
import org.whistle.testkit.Database;
import org.whistle.testkit.Received;
import org.whistle.testkit.Stores;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** From a transaction to the topic, over the real database and the real broker. */
@QuarkusTest
@WithWhistle(service = MessagingApp.SERVICE, topics = MessagingApp.STORY)
@TestProfile(MessagingApp.class)
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOPIC = "chassis.outbox";

    /** A topic this service makes itself, so that it takes what the services' topics take. */
    private static final String OWN_TOPIC = "chassis.outbox.own";

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    private final Database database = Database.of(MessagingApp.SERVICE);

    /** The two ways to append, each in a transaction of its own. */
    enum Way {
        REACTIVE_CLIENT,
        HIBERNATE_SESSION
    }

    private void append(Way way, List<Envelope> events, boolean rollBack) throws Throwable {
        Uni<Void> end = rollBack
                ? Uni.createFrom().failure(new IllegalStateException("rolled back"))
                : Uni.createFrom().voidItem();
        switch (way) {
            case REACTIVE_CLIENT ->
                transactions
                        .inTransaction(tx -> outbox.append(tx, events).chain(() -> end))
                        .await()
                        .atMost(PATIENCE);
            case HIBERNATE_SESSION ->
                VertxContextSupport.subscribeAndAwait(
                        () -> transactions.inSession(() -> outbox.append(events).chain(() -> end)));
        }
    }

    private void append(Envelope... events) {
        transactions
                .inTransaction(tx -> outbox.append(tx, List.of(events)))
                .await()
                .atMost(PATIENCE);
    }

    private long waiting(UUID subject) {
        return database.number("select count(*) from outbox where aggregateid = ?", subject);
    }

    private void awaitGone(UUID subject) {
        await().atMost(PATIENCE).until(() -> waiting(subject) == 0);
    }

    private Map<String, Object> deadLetter(UUID id) {
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from dead_letter where id = ?", id) == 1);
        return database.rows("select * from dead_letter where id = ?", id).getFirst();
    }

    private static List<String> texts(List<Received> records) {
        return records.stream().map(Received::text).toList();
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void events_stoodInATransaction_areOnTheTopicAfterIt(Way way) throws Throwable {
        UUID subject = Ids.next();
        List<Envelope> events = IntStream.range(0, 60)
                .mapToObj(i -> noted(TOPIC, subject, "{\"n\":" + i + "}").causedBy("cause " + i))
                .toList();
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            append(way, events, false);

            List<Received> records =
                    reader.awaitAll("event", 60, r -> subject.toString().equals(r.key()));
            assertThat(records)
                    .extracting(Received::id)
                    .containsExactlyElementsOf(events.stream().map(Envelope::id).toList());
            assertThat(texts(records))
                    .containsExactlyElementsOf(IntStream.range(0, 60)
                            .mapToObj(i -> "{\"n\":" + i + "}")
                            .toList());
            assertThat(records.getFirst().headers())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", events.getFirst().id().toString(),
                            "ce_source", "/test",
                            "ce_type", NOTED,
                            "ce_subject", subject.toString(),
                            "ce_time", "2026-03-01T08:30:00.123456Z",
                            "ce_causationid", "cause 0",
                            "content-type", "application/json"));
            awaitGone(subject);
        }
    }

    static Way[] ways() {
        return Way.values();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void rolledBackTransaction_publishesNothing(Way way) {
        UUID subject = Ids.next();
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            assertThatThrownBy(() -> append(way, List.of(noted(TOPIC, subject, "never")), true))
                    .hasMessageContaining("rolled back");
            append(noted(TOPIC, subject, "after"));

            reader.await("the event after", r -> r.text().equals("after"));
            assertThat(texts(reader.allAbout(subject))).containsExactly("after");
        }
    }

    @Test
    void nothing_isAppended_forNoEvents() throws Throwable {
        for (Way way : Way.values()) {
            append(way, List.of(), false);
        }
    }

    @Test
    void orderOfEachKey_isKept_overThousands() throws Exception {
        int keys = 8;
        int perKey = 500;
        List<UUID> subjects = IntStream.range(0, keys).mapToObj(i -> Ids.next()).toList();
        try (TopicReader reader = TopicReader.fromNow(TOPIC);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                List<UUID> own = subjects.subList(writer * 2, writer * 2 + 2);
                written.add(writers.submit(() -> {
                    for (int from = 0; from < perKey; from += 20) {
                        append(IntStream.range(from, from + 20)
                                .boxed()
                                .flatMap(n -> own.stream().map(subject -> noted(TOPIC, subject, String.valueOf(n))))
                                .toArray(Envelope[]::new));
                    }
                }));
            }
            for (Future<?> each : written) {
                each.get();
            }
            reader.awaitAll("event", keys * perKey, r -> subjects.contains(r.ticketId()));
            List<String> expected =
                    IntStream.range(0, perKey).mapToObj(String::valueOf).toList();
            for (UUID subject : subjects) {
                assertThat(texts(reader.allAbout(subject))).containsExactlyElementsOf(expected);
                awaitGone(subject);
            }
        }
    }

    @Test
    void eventOfThreeMegabytes_isPublished_onATopicOfOurOwn() {
        UUID subject = Ids.next();
        byte[] data = bytes(3 << 20);
        append(event(OWN_TOPIC, NOTED, subject, data));
        awaitGone(subject);

        try (TopicReader reader = TopicReader.fromBeginning(OWN_TOPIC)) {
            assertThat(reader.await("the large event", r -> subject.toString().equals(r.key()))
                            .value())
                    .isEqualTo(data);
        }
    }

    @Test
    void eventTooLargeForTheProducer_isADeadLetter_andTheRestGoesOn() {
        anEventTooLarge_isADeadLetter(OWN_TOPIC, (4 << 20) + 1);
    }

    @Test
    void eventTooLargeForTheBroker_isADeadLetter_andTheRestGoesOn() {
        // Made as the broker makes it, which takes a megabyte.
        Stores.shared().createTopics(TOPIC);
        anEventTooLarge_isADeadLetter(TOPIC, 2 << 20);
    }

    private void anEventTooLarge_isADeadLetter(String topic, int size) {
        UUID subject = Ids.next();
        byte[] data = bytes(size);
        Envelope large = event(topic, NOTED, subject, data).causedBy("why");
        append(noted(topic, subject, "before"), large, noted(topic, subject, "after"));
        awaitGone(subject);

        Map<String, Object> letter = deadLetter(large.id());
        assertThat(letter)
                .containsEntry("topic", topic)
                .containsEntry("partition", -1)
                .containsEntry("record_key", subject.toString())
                .containsEntry("attempts", 1)
                .containsEntry("payload", data);
        assertThat((String) letter.get("cause")).isNotBlank();
        assertThat(letter.get("headers").toString())
                .contains("\"ce_id\": \"" + large.id(), "\"ce_causationid\": \"why\"", "2026-03-01T08:30:00.123456");
        try (TopicReader reader = TopicReader.fromBeginning(topic)) {
            assertThat(texts(reader.allAbout(subject))).containsExactly("before", "after");
        }
    }

    static List<String> impossibleTopics() {
        return List.of("no topic", "with/slash", "..", "t".repeat(250), "", "吹哨");
    }

    @ParameterizedTest
    @MethodSource("impossibleTopics")
    void eventForATopicThatCannotBe_isADeadLetter_andTheRestGoesOn(String topic) {
        UUID subject = Ids.next();
        Envelope lost = noted(topic, subject, "lost");
        append(noted(TOPIC, subject, "before"), lost, noted(TOPIC, subject, "after"));
        awaitGone(subject);

        assertThat(deadLetter(lost.id()))
                .containsEntry("topic", topic)
                .containsEntry("partition", -1)
                .containsEntry("payload", "lost".getBytes(StandardCharsets.UTF_8));
        try (TopicReader reader = TopicReader.fromBeginning(TOPIC)) {
            assertThat(texts(reader.allAbout(subject))).containsExactly("before", "after");
        }
    }

    @Test
    void manyLargeEvents_arePublishedInOrder_aFewAtATime() {
        UUID subject = Ids.next();
        append(IntStream.range(0, 12)
                .mapToObj(n -> event(OWN_TOPIC, NOTED, subject, bytes((2 << 20) + n)))
                .toArray(Envelope[]::new));
        awaitGone(subject);

        try (TopicReader reader = TopicReader.fromBeginning(OWN_TOPIC)) {
            assertThat(reader.allAbout(subject))
                    .extracting(record -> record.value().length)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 12).mapToObj(n -> (2 << 20) + n).toList());
        }
    }
}
