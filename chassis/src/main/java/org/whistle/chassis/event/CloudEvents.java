package org.whistle.chassis.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The Kafka protocol binding of CloudEvents 1.0, binary content mode: attributes are {@code ce_} headers. */
public final class CloudEvents {

    public static final String TYPE = "ce_type";
    public static final String ID = "ce_id";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String SOURCE = "ce_source";
    private static final String SUBJECT = "ce_subject";
    private static final String TIME = "ce_time";
    private static final String CAUSATION = "ce_causationid";
    private static final String CONTENT_TYPE = "content-type";

    private static final byte[] VERSION_1 = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private CloudEvents() {}

    /** The record of an event; its key is the subject. */
    public static ProducerRecord<String, byte[]> encode(Envelope envelope) {
        String subject = envelope.subject().toString();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(envelope.topic(), null, null, subject, envelope.data());
        Headers headers = record.headers();
        headers.add(SPEC_VERSION, VERSION_1);
        headers.add(ID, bytes(envelope.id().toString()));
        headers.add(SOURCE, bytes(envelope.source()));
        headers.add(TYPE, bytes(envelope.type()));
        headers.add(SUBJECT, bytes(subject));
        headers.add(TIME, bytes(envelope.time().toString()));
        headers.add(CONTENT_TYPE, JSON);
        if (envelope.causation() != null) {
            headers.add(CAUSATION, bytes(envelope.causation()));
        }
        return record;
    }

    /** The type alone, without reading the rest; {@code null} when the record has none. */
    public static @Nullable String typeOf(ConsumerRecord<?, ?> record) {
        return text(record.headers(), TYPE);
    }

    /**
     * Reads a record's event.
     *
     * @throws MalformedEvent when an attribute is missing or cannot be read, the key is not the subject, or there is
     *     no body
     */
    public static Envelope decode(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        String version = required(headers, SPEC_VERSION);
        if (!version.startsWith("1.")) {
            throw new MalformedEvent(SPEC_VERSION + " is " + version + ", not 1.0");
        }
        UUID subject = uuid(required(headers, SUBJECT), SUBJECT);
        if (!subject.toString().equalsIgnoreCase(record.key())) {
            throw new MalformedEvent("the key is not the subject");
        }
        if (record.value() == null) {
            throw new MalformedEvent("there is no body");
        }
        return new Envelope(
                uuid(required(headers, ID), ID),
                record.topic(),
                required(headers, TYPE),
                required(headers, SOURCE),
                subject,
                time(required(headers, TIME)),
                text(headers, CAUSATION),
                record.value());
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null || value.isBlank()) {
            throw new MalformedEvent("header " + name + " is missing");
        }
        return value;
    }

    private static UUID uuid(String text, String name) {
        try {
            UUID uuid = UUID.fromString(text);
            // fromString also takes short forms; an id has one spelling.
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, like a short form.
        }
        throw new MalformedEvent(name + " is no UUID");
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedEvent(TIME + " is no instant");
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
