package org.whistle.chassis.event;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;

/**
 * One event on its way to or from a topic: the attributes of CloudEvents 1.0 and the JSON bytes.
 *
 * @param id the event's own id; a redelivery carries the same
 * @param topic the topic it stands on or goes to
 * @param type wire name ({@code ce_type})
 * @param source the service that decided it ({@code ce_source}), e.g. {@code /intake}
 * @param subject the ticket; the record's key
 * @param time when it happened
 * @param causation id of the message that caused it, when one did
 * @param data JSON, UTF-8
 * @param author the person who decided it; null for the system, and for what was read: it is not on the wire, only the
 *     outbox looks at it and puts the decision on record
 */
public record Envelope(
        UUID id,
        String topic,
        String type,
        String source,
        UUID subject,
        Instant time,
        @Nullable String causation,
        byte[] data,
        @Nullable Author author) {

    public Envelope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(data, "data");
    }

    /** An event nobody is named for. */
    public Envelope(
            UUID id,
            String topic,
            String type,
            String source,
            UUID subject,
            Instant time,
            @Nullable String causation,
            byte[] data) {
        this(id, topic, type, source, subject, time, causation, data, null);
    }

    /** A new event with an id of its own. */
    public static Envelope of(String topic, String type, String source, UUID subject, Instant time, byte[] data) {
        return new Envelope(Ids.next(), topic, type, source, subject, time, null, data);
    }

    /** The same event, naming the message that caused it. */
    public Envelope causedBy(String messageId) {
        return new Envelope(id, topic, type, source, subject, time, messageId, data, author);
    }

    /** The same event as a person's decision, which the outbox puts on record. */
    public Envelope by(String account, @Nullable String department) {
        return new Envelope(id, topic, type, source, subject, time, causation, data, new Author(account, department));
    }

    /** Who decided. */
    public record Author(String account, @Nullable String department) {}
}
