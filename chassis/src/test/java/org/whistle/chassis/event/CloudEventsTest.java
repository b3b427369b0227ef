package org.whistle.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.chassis.id.Ids;

class CloudEventsTest {

    private static final UUID SUBJECT = Ids.next();
    private static final byte[] BODY = "{\"text\":\"井盖破损\"}".getBytes(StandardCharsets.UTF_8);

    private static Envelope event() {
        return Envelope.of(
                "whistle.journal",
                "whistle.intake.report-filed.v1",
                "/intake",
                SUBJECT,
                Instant.parse("2026-03-01T08:30:00.123456Z"),
                BODY);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return received(sent, sent.key(), sent.value());
    }

    private static ConsumerRecord<String, byte[]> received(
            ProducerRecord<String, byte[]> sent, String key, byte[] value) {
        return new ConsumerRecord<>(
                sent.topic(), 3, 42, 0, TimestampType.CREATE_TIME, 0, 0, key, value, sent.headers(), Optional.empty());
    }

    private static ConsumerRecord<String, byte[]> withHeader(String name, byte[] value) {
        ProducerRecord<String, byte[]> sent = CloudEvents.encode(event());
        sent.headers().remove(name);
        if (value != null) {
            sent.headers().add(name, value);
        }
        return received(sent);
    }

    private static ConsumerRecord<String, byte[]> withHeader(String name, String value) {
        return withHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headersOf(ProducerRecord<?, ?> sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : sent.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    @Test
    void encodedEvent_isACloudEventInBinaryMode_keyedByItsSubject() {
        Envelope event = event();
        ProducerRecord<String, byte[]> sent = CloudEvents.encode(event);

        assertThat(sent.topic()).isEqualTo("whistle.journal");
        assertThat(sent.key()).isEqualTo(SUBJECT.toString());
        assertThat(sent.value()).isEqualTo(BODY);
        assertThat(sent.partition()).isNull();
        assertThat(headersOf(sent))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.id().toString(),
                        "ce_source", "/intake",
                        "ce_type", "whistle.intake.report-filed.v1",
                        "ce_subject", SUBJECT.toString(),
                        "ce_time", "2026-03-01T08:30:00.123456Z",
                        "content-type", "application/json"));
    }

    @Test
    void decodedEvent_isTheOneEncoded() {
        Envelope event = event();
        assertThat(CloudEvents.decode(received(CloudEvents.encode(event))))
                .usingRecursiveComparison()
                .isEqualTo(event);
    }

    @Test
    void causation_goesWithTheEvent() {
        Envelope event = event().causedBy("the message before");
        ProducerRecord<String, byte[]> sent = CloudEvents.encode(event);

        assertThat(headersOf(sent)).containsEntry("ce_causationid", "the message before");
        assertThat(CloudEvents.decode(received(sent)).causation()).isEqualTo("the message before");
    }

    @Test
    void eachEvent_hasItsOwnId() {
        assertThat(event().id()).isNotEqualTo(event().id());
        assertThat(event().causedBy("x").causedBy("y").causation()).isEqualTo("y");
    }

    @Test
    void envelope_isRefused_withoutData() {
        assertThatNullPointerException()
                .isThrownBy(() -> Envelope.of("t", "type", "/s", SUBJECT, Instant.EPOCH, null))
                .withMessage("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time"})
    void decoding_namesTheHeader_thatIsMissing(String header) {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> CloudEvents.decode(withHeader(header, (byte[]) null)))
                .withMessage("header " + header + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time"})
    void decoding_takesABlankHeader_forAMissingOne(String header) {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> CloudEvents.decode(withHeader(header, "  ")))
                .withMessage("header " + header + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3, 'ce_specversion is 0.3, not 1.0'",
        "ce_specversion, 2.0, 'ce_specversion is 2.0, not 1.0'",
        "ce_specversion, 10, 'ce_specversion is 10, not 1.0'",
        "ce_id, 7, ce_id is no UUID",
        "ce_id, 1-2-3-4-5, ce_id is no UUID",
        "ce_id, 0190b5f2-0000-7000-8000-00000000000g, ce_id is no UUID",
        "ce_subject, ticket, ce_subject is no UUID",
        "ce_time, yesterday, ce_time is no instant",
        "ce_time, 2026-03-01T08:30:00, ce_time is no instant",
        "ce_time, 2026-02-30T08:30:00Z, ce_time is no instant"
    })
    void decoding_names_whatCannotBeRead(String header, String value, String cause) {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> CloudEvents.decode(withHeader(header, value)))
                .withMessage(cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T16:30:00.123456+08:00", "2026-03-01T08:30:00.123456Z"})
    void time_isTaken_withAnyOffset(String time) {
        assertThat(CloudEvents.decode(withHeader("ce_time", time)).time())
                .isEqualTo(Instant.parse("2026-03-01T08:30:00.123456Z"));
    }

    @Test
    void laterSpecificationOfTheSameVersion_isTaken() {
        assertThat(CloudEvents.decode(withHeader("ce_specversion", "1.1")).subject())
                .isEqualTo(SUBJECT);
    }

    @Test
    void bytesThatAreNoText_areRefused() {
        byte[] noText = {(byte) 0xff, (byte) 0xfe, 0, 1};
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> CloudEvents.decode(withHeader("ce_id", noText)));
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> CloudEvents.decode(withHeader("ce_time", noText)));
    }

    @Test
    void headerWithoutAValue_isMissing() {
        ProducerRecord<String, byte[]> sent = CloudEvents.encode(event());
        sent.headers().remove("ce_type").add("ce_type", null);

        assertThat(CloudEvents.typeOf(received(sent))).isNull();
        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> CloudEvents.decode(received(sent)));
    }

    @Test
    void nullBody_isRefused() {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> CloudEvents.decode(received(CloudEvents.encode(event()), SUBJECT.toString(), null)))
                .withMessage("there is no body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somebody else", "0190b5f2-0000-7000-8000-000000000000"})
    void anotherKeyThanTheSubject_isRefused(String key) {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> CloudEvents.decode(received(CloudEvents.encode(event()), key, BODY)))
                .withMessage("the key is not the subject");
    }

    @Test
    void nullKey_isRefused() {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> CloudEvents.decode(received(CloudEvents.encode(event()), null, BODY)))
                .withMessage("the key is not the subject");
    }

    @Test
    void type_isReadAlone_evenWhenTheRestIsBroken() {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>("t", null, (byte[]) null);
        sent.headers().add("ce_type", "whistle.intake.report-filed.v1".getBytes(StandardCharsets.UTF_8));

        assertThat(CloudEvents.typeOf(received(sent))).isEqualTo("whistle.intake.report-filed.v1");
    }
}
