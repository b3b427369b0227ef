package org.whistle.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whistle.chassis.messaging.AppliedHandler.ANSWERED;
import static org.whistle.chassis.messaging.AppliedHandler.FORBIDDEN;
import static org.whistle.chassis.messaging.AppliedHandler.IGNORED;
import static org.whistle.chassis.messaging.AppliedHandler.POISON;
import static org.whistle.chassis.messaging.AppliedHandler.THROWN;
import static org.whistle.chassis.messaging.AppliedHandler.UNANSWERABLE;
import static org.whistle.chassis.messaging.Records.bare;
import static org.whistle.chassis.messaging.Records.event;
import static org.whistle.chassis.messaging.Records.noted;
import static org.whistle.chassis.messaging.Records.record;
import static org.whistle.chassis.messaging.Records.throughTheBroker;
import static org.whistle.chassis.messaging.Records.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.messaging.AppliedHandler;
import org.whistle.chassis.messaging.MessagingApp;
import org.whistle.testkit.Database;
import org.whistle.testkit.Received;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** Batches as a consumer is given them: records that the broker gave back, applied to the real database. */
@QuarkusTest
@WithWhistle(service = MessagingApp.SERVICE, topics = MessagingApp.STORY)
@TestProfile(MessagingApp.class)
class BatchProcessorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOPIC = "chassis.batch";
    private static final String DEAD_LETTERS = "whistle.deadletter.chassis";

    @Inject
    BatchProcessor processor;

    @Inject
    AppliedHandler handler;

    @Inject
    ObjectMapper json;

    private final Database database = Database.of(MessagingApp.SERVICE);
    private final UUID subject = Ids.next();

    @BeforeEach
    void asMade() {
        handler.reset();
        database.truncate("dead_letter");
    }

    private void process(List<ConsumerRecord<String, byte[]>> batch) {
        processor.process(batch, handler).await().atMost(PATIENCE);
    }

    private List<Envelope> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> noted(TOPIC, subject, String.valueOf(n)))
                .toList();
    }

    private static List<ProducerRecord<String, byte[]>> records(List<Envelope> events) {
        return new ArrayList<>(events.stream().map(event -> record(event)).toList());
    }

    private List<String> applied() {
        return database.rows("select body from applied where subject = ? order by seq", subject).stream()
                .map(row -> (String) row.get("body"))
                .toList();
    }

    private long transactions() {
        return database.number("select count(distinct tx) from applied where subject = ?", subject);
    }

    private List<Map<String, Object>> deadLetters() {
        return database.rows("select * from dead_letter order by \"offset\"").stream()
                .map(row -> (Map<String, Object>) row)
                .toList();
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    @Test
    void batch_isApplied_inItsOrderAndInOneTransaction() {
        process(throughTheBroker(records(numbered(200))));

        assertThat(applied()).containsExactlyElementsOf(numbers(200));
        assertThat(transactions()).isEqualTo(1);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void placeOnTheTopic_isHandedOn() {
        ConsumerRecord<String, byte[]> record =
                throughTheBroker(records(numbered(1))).getFirst();
        process(List.of(record));

        assertThat(database.rows("select * from applied where subject = ?", subject)
                        .getFirst())
                .containsEntry("partition", record.partition())
                .containsEntry("offset", record.offset());
    }

    @Test
    void nothing_happens_forAnEmptyBatch() {
        process(List.of());
        assertThat(handler.tries()).isZero();
    }

    @Test
    void duplicates_changeNothing_inOneBatchAndAcrossBatches() {
        List<Envelope> events = numbered(20);
        List<ProducerRecord<String, byte[]>> twice = new ArrayList<>();
        for (Envelope event : events) {
            twice.add(record(event));
            twice.add(record(event));
        }
        twice.addAll(records(events));
        List<ConsumerRecord<String, byte[]>> batch = throughTheBroker(twice);
        process(batch);
        process(batch);
        process(throughTheBroker(records(events.reversed())));

        assertThat(applied()).containsExactlyElementsOf(numbers(20));
        assertThat(transactions()).isEqualTo(1);
        assertThat(handler.tries()).isEqualTo(1);
        assertThat(deadLetters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {POISON, THROWN, FORBIDDEN})
    void recordAtFault_aloneIsADeadLetter_andTheRestKeepsItsOrder(String body) throws IOException {
        try (TopicReader reader = TopicReader.fromNow(DEAD_LETTERS)) {
            List<ProducerRecord<String, byte[]>> records = records(numbered(200));
            Envelope poison = noted(TOPIC, subject, body);
            records.add(117, record(poison));
            List<ConsumerRecord<String, byte[]>> batch = throughTheBroker(records);
            process(batch);

            assertThat(applied()).containsExactlyElementsOf(numbers(200));
            ConsumerRecord<String, byte[]> bad = batch.get(117);
            assertThat(deadLetters()).hasSize(1);
            Map<String, Object> letter = deadLetters().getFirst();
            assertThat(letter)
                    .containsEntry("topic", TOPIC)
                    .containsEntry("partition", bad.partition())
                    .containsEntry("offset", bad.offset())
                    .containsEntry("record_key", subject.toString())
                    .containsEntry("payload", body.getBytes(StandardCharsets.UTF_8))
                    .containsEntry("attempts", 1);
            assertThat((String) letter.get("cause"))
                    .contains(
                            body.equals(POISON)
                                    ? "it is poison"
                                    : body.equals(THROWN) ? "thrown at once" : "applied_body_check");

            Received notice = reader.await("the notice", r -> true);
            JsonNode told = json.readTree(notice.value());
            assertThat(told.get("deadLetterId").asText())
                    .isEqualTo(letter.get("id").toString());
            assertThat(told.get("cause").asText()).isEqualTo(letter.get("cause"));
            assertThat(told.get("headers").get("ce_id").asText())
                    .isEqualTo(poison.id().toString());
            assertThat(told.get("value").binaryValue()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
            assertThat(reader.all()).hasSize(1);
            assertThat(database.number("select count(*) from inbox where event_id = ?", poison.id()))
                    .isZero();
        }
    }

    @Test
    void whatCannotBeRead_isADeadLetterWithItsCause_andTheRestFlows() {
        byte[] garbage = {(byte) 0xc3, (byte) 0x28, 0, (byte) 0xff, (byte) 0xfe, 7};
        String key = subject.toString();
        Map<ProducerRecord<String, byte[]>, String> bad = new java.util.LinkedHashMap<>();
        bad.put(bare(TOPIC, null, garbage), "header ce_type is missing");
        bad.put(bare(TOPIC, null, null), "header ce_type is missing");
        bad.put(bare(TOPIC, "\u0000", garbage), "header ce_type is missing");
        bad.put(
                record(event(TOPIC, "whistle.test.unheard.v9", subject, garbage)),
                "type whistle.test.unheard.v9 is not known to this version");
        bad.put(with(record(noted(TOPIC, subject, "x")), "ce_type", garbage), "is not known to this version");
        bad.put(with(record(noted(TOPIC, subject, "x")), "ce_type", (byte[]) null), "header ce_type is missing");
        bad.put(with(record(noted(TOPIC, subject, "x")), "ce_id", (byte[]) null), "header ce_id is missing");
        bad.put(with(record(noted(TOPIC, subject, "x")), "ce_id", garbage), "ce_id is no UUID");
        bad.put(
                with(
                        record(noted(TOPIC, subject, "x")),
                        "ce_subject",
                        Ids.next().toString()),
                "the key is not the subject");
        bad.put(with(record(noted(TOPIC, subject, "x")), "ce_specversion", "0.3"), "ce_specversion is 0.3, not 1.0");
        ProducerRecord<String, byte[]> tombstone = new ProducerRecord<>(
                TOPIC, null, key, null, record(noted(TOPIC, subject, "x")).headers());
        bad.put(tombstone, "there is no body");

        List<ProducerRecord<String, byte[]>> mixed = new ArrayList<>();
        int n = 0;
        for (ProducerRecord<String, byte[]> each : bad.keySet()) {
            mixed.add(record(noted(TOPIC, subject, String.valueOf(n++))));
            mixed.add(each);
        }
        process(throughTheBroker(mixed));

        assertThat(applied()).containsExactlyElementsOf(numbers(n));
        assertThat(deadLetters()).hasSameSizeAs(bad.values());
        List<String> causes = List.copyOf(bad.values());
        for (int i = 0; i < causes.size(); i++) {
            assertThat((String) deadLetters().get(i).get("cause")).contains(causes.get(i));
        }
        assertThat(deadLetters().getFirst()).containsEntry("payload", garbage).containsEntry("record_key", null);
        assertThat(deadLetters().get(1)).containsEntry("payload", null);
    }

    @Test
    void knownTypeOfNoInterest_leavesNoTrace() {
        Envelope foreign = event(TOPIC, IGNORED, subject, new byte[] {1});
        process(throughTheBroker(List.of(record(foreign), record(noted(TOPIC, subject, "0")))));

        assertThat(applied()).containsExactly("0");
        assertThat(deadLetters()).isEmpty();
        assertThat(database.number("select count(*) from inbox where event_id = ?", foreign.id()))
                .isZero();
    }

    @Test
    void failureThatPasses_isTriedUntilItHasPassed() {
        handler.hiccup(3);
        process(throughTheBroker(records(numbered(50))));

        assertThat(handler.tries()).isEqualTo(4);
        assertThat(applied()).containsExactlyElementsOf(numbers(50));
        assertThat(transactions()).isEqualTo(1);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void connectionLostInTheMiddle_isNoFaultOfTheRecords() {
        handler.loseConnection(1);
        handler.findConnectionLost(1);
        process(throughTheBroker(records(numbered(50))));

        assertThat(handler.tries()).isEqualTo(3);
        assertThat(applied()).containsExactlyElementsOf(numbers(50));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void failureThatPasses_isNotMistakenForPoison_whileGoingRecordByRecord() {
        List<ProducerRecord<String, byte[]>> records = records(numbered(10));
        records.add(0, record(noted(TOPIC, subject, POISON)));
        handler.hiccup(2);
        handler.loseConnection(1);
        process(throughTheBroker(records));

        assertThat(applied()).containsExactlyElementsOf(numbers(10));
        assertThat(deadLetters()).hasSize(1);
        assertThat((byte[]) deadLetters().getFirst().get("payload")).asString().isEqualTo(POISON);
    }

    @Test
    void redelivery_changesNothing_andCountsOneMoreAttemptOfTheDeadLetter() throws IOException {
        List<ProducerRecord<String, byte[]>> records = records(numbered(20));
        records.add(5, record(noted(TOPIC, subject, POISON)));
        records.add(9, bare(TOPIC, "key", new byte[] {1}));
        List<ConsumerRecord<String, byte[]>> batch = throughTheBroker(records);
        process(batch);
        List<Object> ids =
                deadLetters().stream().map(letter -> letter.get("id")).toList();
        try (TopicReader reader = TopicReader.fromNow(DEAD_LETTERS)) {
            process(batch);

            assertThat(applied()).containsExactlyElementsOf(numbers(20));
            assertThat(deadLetters()).hasSize(2).allSatisfy(letter -> assertThat(letter)
                    .containsEntry("attempts", 2));
            assertThat(deadLetters()).extracting(letter -> letter.get("id")).isEqualTo(ids);
            List<String> told = new ArrayList<>();
            for (Received notice : reader.awaitAll("notice", 2, r -> true)) {
                told.add(json.readTree(notice.value()).get("deadLetterId").asText());
            }
            // Whoever reads a notice can replay by the id in it.
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().map(Object::toString).toList());
        }
    }

    @Test
    void unreadableRecord_isNoDeadLetter_whenTheHandlerAnswersIt() {
        process(throughTheBroker(List.of(
                bare(TOPIC, "key", ANSWERED.getBytes(StandardCharsets.UTF_8)), record(noted(TOPIC, subject, "0")))));

        assertThat(applied()).containsExactly("0");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void unreadableRecord_isADeadLetter_whenTheAnswerFails() {
        process(throughTheBroker(List.of(
                bare(TOPIC, "key", UNANSWERABLE.getBytes(StandardCharsets.UTF_8)),
                record(noted(TOPIC, subject, "0")))));

        assertThat(applied()).containsExactly("0");
        assertThat(deadLetters()).hasSize(1);
        assertThat((String) deadLetters().getFirst().get("cause")).contains("header ce_type is missing");
    }

    @Test
    void causeAndHeaders_areKeptAsTextTheDatabaseTakes() {
        handler.failWith("NUL \0, half a character \ud83d, " + "\ud83d\udd73".repeat(3000));
        process(throughTheBroker(List.of(with(
                with(record(noted(TOPIC, subject, POISON)), "x-nul", new byte[] {'a', 0, 'b'}),
                "x-bytes",
                new byte[] {(byte) 0xff, (byte) 0xd8}))));

        assertThat(deadLetters()).hasSize(1);
        assertThat((String) deadLetters().getFirst().get("cause"))
                .startsWith("NUL \ufffd, half a character ")
                .hasSizeLessThanOrEqualTo(2000);
        assertThat(deadLetters().getFirst().get("headers").toString()).contains("a\ufffdb");
    }

    @Test
    void largeForeignRecord_isOneDeadLetter_toldWithoutItsBody() throws IOException {
        byte[] large = new byte[900 << 10];
        try (TopicReader reader = TopicReader.fromNow(DEAD_LETTERS)) {
            process(throughTheBroker(List.of(bare(TOPIC, "key", large))));

            Received notice = reader.await("the notice", r -> true);
            assertThat(json.readTree(notice.value()).has("value")).isFalse();
            await().atMost(PATIENCE).until(() -> database.number("select count(*) from outbox") == 0);
            assertThat(deadLetters()).hasSize(1);
            assertThat((byte[]) deadLetters().getFirst().get("payload")).hasSameSizeAs(large);
        }
    }
}
