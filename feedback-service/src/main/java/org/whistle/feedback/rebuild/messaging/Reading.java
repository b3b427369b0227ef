package org.whistle.feedback.rebuild.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.CloudEvents;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.event.MalformedEvent;
import org.whistle.contracts.ContractViolation;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.feedback.rebuild.store.Shadow;

/**
 * Follows the journal from a place to its end into the shadow tables, a poll at a time. Each poll is stored with the place
 * behind it in one transaction, so that whoever goes on after a stop goes on there. For one thread.
 */
final class Reading {

    /** How long the broker may give nothing although there is more. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration STORE = Duration.ofMinutes(5);

    private final JournalReader reader;
    private final Shadow shadow;
    private final NavigableMap<Instant, FeedbackPolicy> figures;
    private final Noting noting;
    private final BooleanSupplier stopped;
    private final Map<Integer, Long> read;

    /** Answers that were read without what they lead to, and what came behind them. */
    private final List<Told> carried = new ArrayList<>();

    private long unreadable;

    /** Keeps how far it is, in the transaction of the work. */
    @FunctionalInterface
    interface Noting {
        Uni<Void> note(SqlConnection tx, Map<Integer, Long> read, long unreadable);
    }

    /** An event and where it stands. */
    record Told(JournalEvent event, Instant at, int partition, long offset) {}

    /** @param read where to go on, by partition; empty for the beginning */
    Reading(
            JournalReader reader,
            Shadow shadow,
            NavigableMap<Instant, FeedbackPolicy> figures,
            Map<Integer, Long> read,
            long unreadable,
            Noting noting,
            BooleanSupplier stopped) {
        this.reader = reader;
        this.shadow = shadow;
        this.figures = figures;
        this.read = new HashMap<>(read);
        this.unreadable = unreadable;
        this.noting = noting;
        this.stopped = stopped;
        reader.seek(this.read);
    }

    /** Reads to where the journal ends now. */
    void toEnd() {
        Map<Integer, Long> ends = reader.ends();
        long progressed = System.nanoTime();
        while (!reached(ends)) {
            if (stopped.getAsBoolean()) {
                throw new Stopped();
            }
            Collection<ConsumerRecord<String, byte[]>> polled = reader.poll();
            if (!polled.isEmpty()) {
                progressed = System.nanoTime();
                apply(polled);
            } else if (System.nanoTime() - progressed > PATIENCE.toNanos()) {
                throw new IllegalStateException("the journal has more, but the broker gives nothing");
            }
        }
    }

    private boolean reached(Map<Integer, Long> ends) {
        Map<Integer, Long> positions = reader.positions();
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void apply(Collection<ConsumerRecord<String, byte[]>> polled) {
        Map<UUID, ArrayDeque<Told>> pending = new LinkedHashMap<>();
        carried.forEach(told -> queue(pending, told));
        carried.clear();
        for (ConsumerRecord<String, byte[]> record : polled) {
            Told told = read(record);
            if (told == null) {
                unreadable++;
            } else {
                queue(pending, told);
            }
        }
        hold(pending);
        Map<Integer, Long> behind = new HashMap<>(reader.positions());
        carried.forEach(told -> behind.merge(told.partition(), told.offset(), Math::min));
        read.putAll(behind);
        do {
            shadow.inTransaction(tx -> wave(tx, pending).chain(() -> noting.note(tx, read, unreadable)))
                    .await()
                    .atMost(STORE);
            pending.values().removeIf(ArrayDeque::isEmpty);
        } while (!pending.isEmpty());
    }

    private static void queue(Map<UUID, ArrayDeque<Told>> pending, Told told) {
        pending.computeIfAbsent(told.event().ticketId(), none -> new ArrayDeque<>())
                .add(told);
    }

    /** What an answer leads to was published right behind it, but may not have been polled yet. */
    private void hold(Map<UUID, ArrayDeque<Told>> pending) {
        for (ArrayDeque<Told> events : pending.values()) {
            List<Told> list = new ArrayList<>(events);
            for (int i = list.size() - 1; i >= 0; i--) {
                JournalEvent event = list.get(i).event();
                if (event instanceof TicketClosed || event instanceof TicketReopened) {
                    break;
                }
                if (event instanceof ReporterAnswered) {
                    List<Told> held = list.subList(i, list.size());
                    carried.addAll(held);
                    events.removeAll(new HashSet<>(held));
                    break;
                }
            }
        }
    }

    private Uni<Void> wave(SqlConnection tx, Map<UUID, ArrayDeque<Told>> pending) {
        Set<UUID> concerned = new HashSet<>(pending.keySet());
        pending.values()
                .forEach(events ->
                        events.forEach(told -> Wave.alsoConcerned(told.event()).ifPresent(concerned::add)));
        return shadow.gaps(tx, concerned)
                .chain(gaps -> shadow.open(tx, concerned)
                        .map(open -> new Wave(open, new HashSet<>(gaps), this::figuresAt).take(pending)))
                .chain(stretch -> shadow.store(tx, stretch));
    }

    private FeedbackPolicy figuresAt(Instant at) {
        return figures.floorEntry(at).getValue();
    }

    private static @Nullable Told read(ConsumerRecord<String, byte[]> record) {
        try {
            Envelope envelope = CloudEvents.decode(record);
            return WireFormat.read(envelope.type(), envelope.data()) instanceof JournalEvent event
                            && event.ticketId().equals(envelope.subject())
                    ? new Told(event, envelope.time(), record.partition(), record.offset())
                    : null;
        } catch (MalformedEvent | ContractViolation e) {
            return null;
        }
    }

    /** The positions as a document: by partition where the journal begins and what has been read. */
    static JsonObject document(Map<Integer, Long> begin, Map<Integer, Long> read) {
        JsonObject document = new JsonObject();
        begin.forEach((partition, first) -> document.put(
                String.valueOf(partition),
                new JsonObject().put("begin", first).put("read", read.getOrDefault(partition, first))));
        return document;
    }

    /** The service stops; somebody goes on from what is noted. */
    static final class Stopped extends RuntimeException {}
}
