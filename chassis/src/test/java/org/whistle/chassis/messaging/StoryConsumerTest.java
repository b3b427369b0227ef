package org.whistle.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whistle.chassis.messaging.AppliedHandler.POISON;
import static org.whistle.chassis.messaging.MessagingApp.STORY;
import static org.whistle.chassis.messaging.Records.bare;
import static org.whistle.chassis.messaging.Records.event;
import static org.whistle.chassis.messaging.Records.noted;
import static org.whistle.chassis.messaging.Records.record;
import static org.whistle.chassis.messaging.Records.send;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.id.Ids;
import org.whistle.testkit.Database;
import org.whistle.testkit.WithWhistle;

/** A channel as every service has one, from the topic to the table. */
@QuarkusTest
@WithWhistle(service = MessagingApp.SERVICE, topics = STORY)
@TestProfile(MessagingApp.class)
class StoryConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AppliedHandler handler;

    @Inject
    KafkaClientService clients;

    @Inject
    MeterRegistry metrics;

    private final Database database = Database.of(MessagingApp.SERVICE);

    @BeforeEach
    void asMade() {
        handler.reset();
        database.truncate("dead_letter");
    }

    private List<String> applied(UUID subject) {
        return database.rows("select body from applied where subject = ? order by seq", subject).stream()
                .map(row -> (String) row.get("body"))
                .toList();
    }

    private void awaitApplied(UUID subject, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.number("select count(*) from applied where subject = ?", subject))
                .isEqualTo(count));
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    @Test
    void goodRecords_areAppliedInOrder_whateverStandsBetweenThem() {
        List<UUID> subjects = IntStream.range(0, 4).mapToObj(i -> Ids.next()).toList();
        byte[] garbage = {(byte) 0xff, 0, (byte) 0xc3, 0x28};
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int n = 0; n < 250; n++) {
            for (UUID subject : subjects) {
                records.add(record(noted(STORY, subject, String.valueOf(n))));
            }
            if (n % 50 == 25) {
                records.add(bare(STORY, null, garbage));
                records.add(bare(STORY, subjects.getFirst().toString(), null));
                records.add(record(event(STORY, "whistle.test.unheard.v1", subjects.getFirst(), garbage)));
                records.add(record(noted(STORY, subjects.getLast(), POISON)));
            }
        }
        send(records);

        for (UUID subject : subjects) {
            awaitApplied(subject, 250);
            assertThat(applied(subject)).containsExactlyElementsOf(numbers(250));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(database.number("select count(*) from dead_letter"))
                .isEqualTo(20));
    }

    @Test
    void channel_waitsForADatabaseInTrouble_andLosesNothing() {
        UUID subject = Ids.next();
        handler.hiccup(2);
        handler.loseConnection(1);
        handler.findConnectionLost(1);
        send(numbers(20).stream().map(n -> record(noted(STORY, subject, n))).toList());

        awaitApplied(subject, 20);
        assertThat(applied(subject)).containsExactlyElementsOf(numbers(20));
        assertThat(handler.tries()).isGreaterThanOrEqualTo(5);
        assertThat(database.number("select count(*) from dead_letter")).isZero();
    }

    @Test
    void readingAgainFromTheBeginning_changesNothing() {
        UUID subject = Ids.next();
        send(numbers(100).stream().map(n -> record(noted(STORY, subject, n))).toList());
        awaitApplied(subject, 100);
        long before = database.number("select count(*) from applied");
        double repeated = metrics.counter("whistle.inbox.repeated").count();

        clients.<String, byte[]>getConsumer("story")
                .runOnPollingThread(consumer -> {
                    consumer.seekToBeginning(consumer.assignment());
                })
                .await()
                .atMost(PATIENCE);
        await().atMost(PATIENCE)
                .until(() -> metrics.counter("whistle.inbox.repeated").count() >= repeated + 100);
        send(List.of(record(noted(STORY, subject, "100"))));
        awaitApplied(subject, 101);

        assertThat(applied(subject)).containsExactlyElementsOf(numbers(101));
        assertThat(database.number("select count(*) from applied")).isEqualTo(before + 1);
    }
}
