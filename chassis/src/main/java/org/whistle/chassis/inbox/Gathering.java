package org.whistle.chassis.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.work.WorkUnderWay;

/**
 * Joins what is polled while a batch is under way or at rest into the next one, in the order of the polls. So the busier
 * the machine, the longer a batch takes, and the fewer and larger the transactions become; what comes when nothing is
 * going on is taken at once. A poll is acknowledged when the batch that holds it is stored. Once the service is ending no
 * batch begins; what was polled and is not stored is read again by whoever has the partition next.
 *
 * <p>One for each channel; the channel must acknowledge by hand. Safe for use by many threads.
 */
public final class Gathering {

    private static final Logger LOG = Logger.getLogger(Gathering.class);

    /** Records of joined polls at which a batch is full. */
    private static final int FULL = 1_000;

    /** Records waiting at which the channel is not asked for more. */
    private static final int ENOUGH = 2 * FULL;

    private static final Duration LONGEST_REST = Duration.ofMillis(200);

    private final Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> processor;
    private final Duration interval;
    private final int rest;
    private final WorkUnderWay work;
    private final Deque<Polled> waiting = new ArrayDeque<>();
    private int records;
    private boolean busy;
    private @Nullable UniEmitter<? super Void> held;

    /**
     * @param processor stores a batch; completes when the next may begin
     * @param interval shortest time from the beginning of one batch to the beginning of the next
     * @param rest a batch is followed by a rest of this many times what it took, at most {@link #LONGEST_REST}
     * @param work what says whether a batch may begin
     */
    Gathering(
            Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> processor,
            Duration interval,
            int rest,
            WorkUnderWay work) {
        this.processor = processor;
        this.interval = interval;
        this.rest = rest;
        this.work = work;
    }

    /** Takes in a poll; completes when the channel may hand over the next, which is before this one is stored. */
    public Uni<Void> take(Message<ConsumerRecords<String, byte[]>> message) {
        return Uni.createFrom().emitter(emitter -> {
            Polled polled = new Polled(message, Vertx.currentContext());
            boolean begins;
            boolean more;
            synchronized (this) {
                waiting.add(polled);
                records += polled.count();
                begins = !busy;
                busy = true;
                more = records < ENOUGH;
                if (!more) {
                    held = emitter;
                }
            }
            if (more) {
                emitter.complete(null);
            }
            if (begins) {
                next();
            }
        });
    }

    private void next() {
        List<Polled> batch = new ArrayList<>();
        UniEmitter<? super Void> released = null;
        synchronized (this) {
            int size = 0;
            for (Polled first = waiting.peek(); first != null; first = waiting.peek()) {
                if (!batch.isEmpty() && size + first.count() > FULL) {
                    break;
                }
                size += first.count();
                batch.add(waiting.remove());
            }
            records -= size;
            busy = !batch.isEmpty();
            if (records < ENOUGH) {
                released = held;
                held = null;
            }
        }
        if (released != null) {
            released.complete(null);
        }
        // A batch that may not begin is left as it is, and so is the channel: busy for good.
        if (!batch.isEmpty() && work.begin()) {
            process(batch);
        }
    }

    private void process(List<Polled> batch) {
        List<ConsumerRecord<String, byte[]>> joined = new ArrayList<>();
        batch.forEach(polled -> polled.message().getPayload().forEach(joined::add));
        long begun = System.nanoTime();
        Uni.createFrom()
                .deferred(() -> processor.apply(joined))
                .chain(() -> Uni.join()
                        .all(batch.stream().map(Polled::acknowledge).toList())
                        .andCollectFailures())
                .onTermination()
                .invoke(work::end)
                .subscribe()
                .with(stored -> rest(batch.getFirst().context(), begun), failure -> refuse(batch, failure));
    }

    private void rest(@Nullable Context context, long begun) {
        long taken = System.nanoTime() - begun;
        long pause = Math.max(interval.toNanos() - taken, Math.min(rest * taken, LONGEST_REST.toNanos()));
        boolean full;
        synchronized (this) {
            full = records >= FULL;
        }
        if (context == null) {
            next();
        } else if (full) {
            context.runOnContext(ignored -> next());
        } else {
            context.owner().setTimer(Math.max(1, Duration.ofNanos(pause).toMillis()), ignored -> next());
        }
    }

    /** A batch that can be neither stored nor kept as dead letters: the channel stops, and says so by its health. */
    private void refuse(List<Polled> batch, Throwable failure) {
        LOG.error("a channel stops", failure);
        batch.forEach(polled -> polled.message().nack(failure));
    }

    private record Polled(
            Message<ConsumerRecords<String, byte[]>> message,
            @Nullable Context context) {

        int count() {
            return message.getPayload().count();
        }

        Uni<Void> acknowledge() {
            return Uni.createFrom().completionStage(message::ack);
        }
    }
}
