package org.whistle.chassis.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.deadletter.DeadLetters;
import org.whistle.chassis.event.CloudEvents;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.event.MalformedEvent;
import org.whistle.chassis.store.Failures;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.work.WorkUnderWay;

/**
 * Applies a batch in one transaction together with the ids it has seen, so that a redelivered or twice-published event
 * changes nothing. When a batch fails for a reason that lies in a record, it is tried record by record, and only the
 * record at fault goes to the dead letters. A failure that passes (the database is away) is retried until it has
 * passed; nothing behind it is lost or overtakes.
 */
@ApplicationScoped
public class BatchProcessor {

    private static final Logger LOG = Logger.getLogger(BatchProcessor.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);
    private static final String REMEMBER = """
            insert into inbox (event_id) select unnest($1::uuid[]) on conflict do nothing returning event_id""";

    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Duration interval;
    private final int rest;
    private final WorkUnderWay work;
    private final Counter applied;
    private final Counter repeated;

    /**
     * @param interval shortest time from the beginning of one batch of a channel to the beginning of the next
     * @param rest how many times as long as a batch took the channel rests after it
     */
    BatchProcessor(
            Transactions transactions,
            DeadLetters deadLetters,
            @ConfigProperty(name = "whistle.inbox.interval", defaultValue = "PT0.025S") Duration interval,
            @ConfigProperty(name = "whistle.inbox.rest", defaultValue = "1") int rest,
            WorkUnderWay work,
            MeterRegistry metrics) {
        this.interval = interval;
        this.rest = rest;
        this.work = work;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.applied = metrics.counter("whistle.inbox.applied");
        this.repeated = metrics.counter("whistle.inbox.repeated");
    }

    /** Gathers what a channel polls into batches for a handler. */
    public Gathering gathering(BatchHandler handler) {
        return new Gathering(records -> process(records, handler), interval, rest, work);
    }

    /** Applies records; completes when all of them are stored, here or as dead letters. */
    public Uni<Void> process(Iterable<ConsumerRecord<String, byte[]>> records, BatchHandler handler) {
        List<Readable> readable = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            sort(record, handler, readable, unreadable);
        }
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Unreadable bad : unreadable) {
            kept = kept.chain(() -> keep(bad, handler));
        }
        return readable.isEmpty() ? kept : kept.chain(() -> store(readable, handler));
    }

    /**
     * Applies one record that was a dead letter; nothing is to be done for a type known by now to be of no interest.
     * Fails when it cannot be applied still.
     */
    public Uni<Void> replay(ConsumerRecord<String, byte[]> record, BatchHandler handler, SqlConnection tx) {
        Envelope envelope = CloudEvents.decode(record);
        return switch (handler.interestIn(envelope.type())) {
            case PASS -> Uni.createFrom().voidItem();
            case UNKNOWN -> throw new PoisonRecord("type " + envelope.type() + " is not known to this version");
            case APPLY ->
                apply(
                        tx,
                        List.of(new Readable(record, new Delivered(envelope, record.partition(), record.offset()))),
                        handler);
        };
    }

    private static void sort(
            ConsumerRecord<String, byte[]> record,
            BatchHandler handler,
            List<Readable> readable,
            List<Unreadable> unreadable) {
        String type = CloudEvents.typeOf(record);
        if (type == null) {
            unreadable.add(new Unreadable(record, "header " + CloudEvents.TYPE + " is missing"));
            return;
        }
        switch (handler.interestIn(type)) {
            case PASS -> {}
            case UNKNOWN -> unreadable.add(new Unreadable(record, "type " + type + " is not known to this version"));
            case APPLY -> {
                try {
                    Envelope envelope = CloudEvents.decode(record);
                    readable.add(new Readable(record, new Delivered(envelope, record.partition(), record.offset())));
                } catch (MalformedEvent e) {
                    unreadable.add(new Unreadable(record, e.getMessage()));
                }
            }
        }
    }

    private Uni<Void> keep(Unreadable bad, BatchHandler handler) {
        return untilItPasses(() -> transactions.inTransaction(tx -> handler.answer(tx, bad.record(), bad.cause())
                        .chain(answered -> answered
                                ? Uni.createFrom().voidItem()
                                : deadLetters.keep(tx, bad.record(), bad.cause()))))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.error("a record without an event could not be answered", failure);
                    return keep(bad.record(), bad.cause() + "; its answer failed: " + causeOf(failure));
                });
    }

    /** Keeps a dead letter, however long it takes: to go on without it would be to lose the record. */
    private Uni<Void> keep(ConsumerRecord<String, byte[]> record, String cause) {
        return Uni.createFrom()
                .deferred(() -> transactions.inTransaction(tx -> deadLetters.keep(tx, record, cause)))
                .onFailure()
                .invoke(failure -> LOG.warnf("waiting to keep a dead letter: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }

    private Uni<Void> store(List<Readable> records, BatchHandler handler) {
        return untilItPasses(() -> transactions.inTransaction(tx -> apply(tx, records, handler)))
                .onFailure()
                .recoverWithUni(failure -> {
                    if (records.size() > 1) {
                        LOG.warnf("a batch of %d goes record by record: %s", records.size(), failure.getMessage());
                        return oneByOne(records, 0, handler);
                    }
                    ConsumerRecord<String, byte[]> record = records.get(0).record();
                    LOG.errorf(
                            failure,
                            "%s-%d@%d goes to the dead letters",
                            record.topic(),
                            (Integer) record.partition(),
                            (Long) record.offset());
                    return keep(record, causeOf(failure));
                });
    }

    private Uni<Void> oneByOne(List<Readable> records, int index, BatchHandler handler) {
        return index == records.size()
                ? Uni.createFrom().voidItem()
                : store(List.of(records.get(index)), handler).chain(() -> oneByOne(records, index + 1, handler));
    }

    private Uni<Void> apply(SqlConnection tx, List<Readable> records, BatchHandler handler) {
        UUID[] ids = records.stream()
                .map(record -> record.delivered().envelope().id())
                .toArray(UUID[]::new);
        return tx.preparedQuery(REMEMBER)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .chain(rows -> {
                    Set<UUID> fresh = new HashSet<>();
                    for (Row row : rows) {
                        fresh.add(row.getUUID(0));
                    }
                    // remove() answers true once: of two copies in one batch the first is applied.
                    List<Delivered> news = records.stream()
                            .map(Readable::delivered)
                            .filter(delivered ->
                                    fresh.remove(delivered.envelope().id()))
                            .toList();
                    repeated.increment(records.size() - news.size());
                    applied.increment(news.size());
                    return news.isEmpty() ? Uni.createFrom().voidItem() : handler.apply(tx, news);
                });
    }

    private static Uni<Void> untilItPasses(Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .<Void>deferred(work)
                .onFailure(Failures::passes)
                .invoke(failure -> LOG.warnf("waiting for the database: %s", failure.getMessage()))
                .onFailure(Failures::passes)
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }

    private static String causeOf(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private record Readable(ConsumerRecord<String, byte[]> record, Delivered delivered) {}

    private record Unreadable(ConsumerRecord<String, byte[]> record, String cause) {}
}
