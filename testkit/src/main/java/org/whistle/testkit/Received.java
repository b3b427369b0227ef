package org.whistle.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Message;
import org.whistle.contracts.WireFormat;

/**
 * A record as it stands on a topic.
 *
 * @param headers name to text; of headers with one name the last
 * @param value the bytes; empty when the record has none
 */
public record Received(
        String topic, int partition, long offset, @Nullable String key, Map<String, String> headers, byte[] value) {

    static Received of(ConsumerRecord<byte[], byte[]> kafka) {
        Map<String, String> headers = new LinkedHashMap<>();
        kafka.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return new Received(
                kafka.topic(),
                kafka.partition(),
                kafka.offset(),
                kafka.key() == null ? null : new String(kafka.key(), StandardCharsets.UTF_8),
                headers,
                kafka.value() == null ? new byte[0] : kafka.value());
    }

    /** {@code ce_type}; empty when the header is missing. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** {@code ce_id}. */
    public UUID id() {
        return UUID.fromString(required("ce_id"));
    }

    /** {@code ce_subject}; the ticket's id, and the record's key. */
    public UUID ticketId() {
        return UUID.fromString(required("ce_subject"));
    }

    /** {@code ce_time}. */
    public Instant time() {
        return Instant.parse(required("ce_time"));
    }

    /** The value as text. */
    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** Whether the header names this message's type and the ticket is this one. */
    public boolean is(Class<? extends Message> record, UUID ticketId) {
        return Journal.typeOf(record).equals(type()) && ticketId.toString().equals(headers.get("ce_subject"));
    }

    /** The message, read by its {@code ce_type}. */
    public Message message() {
        return WireFormat.read(required("ce_type"), value);
    }

    /** The message as a certain record, for those that are no {@link Message} too. */
    public <T> T as(Class<T> record) {
        return WireFormat.read(record, value);
    }

    private String required(String header) {
        String text = headers.get(header);
        if (text == null) {
            throw new AssertionError("no header " + header + " in " + this);
        }
        return text;
    }

    @Override
    public String toString() {
        String body = text();
        return topic + "[" + partition + "]@" + offset + " key=" + key + " type=" + type() + " "
                + (body.length() > 300 ? body.substring(0, 300) + "…" : body);
    }
}
