package org.whistle.chassis.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gathers single writes that arrive at the same time into one transaction, so that many callers share one commit. Each
 * caller is answered after the commit that holds their write, never before. A write that comes when none has left for
 * the interval leaves at once, so an idle system adds no delay.
 *
 * <p>When a gathered write fails for a reason that the input carries, each item is tried alone and only the one at
 * fault fails.
 *
 * @param <I> one write
 * @param <O> its answer
 */
public final class GroupCommit<I, O> {

    private final Transactions transactions;
    private final BiFunction<SqlConnection, List<I>, Uni<List<O>>> write;
    private final int maxBatch;
    private final int maxFlights;
    private final long intervalNanos;
    private final ConcurrentLinkedQueue<Waiting<I, O>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger flights = new AtomicInteger();
    private final AtomicBoolean timed = new AtomicBoolean();
    private volatile long departed;

    /**
     * @param maxBatch most items of one transaction
     * @param maxFlights most transactions at a time
     * @param interval shortest time from one departure to the next
     * @param write writes all items and answers each, in the same order
     */
    public GroupCommit(
            Transactions transactions,
            int maxBatch,
            int maxFlights,
            Duration interval,
            BiFunction<SqlConnection, List<I>, Uni<List<O>>> write) {
        this.transactions = transactions;
        this.maxBatch = maxBatch;
        this.maxFlights = maxFlights;
        this.intervalNanos = interval.toNanos();
        this.departed = System.nanoTime() - intervalNanos;
        this.write = write;
    }

    /** The answer, after the commit. */
    public Uni<O> submit(I item) {
        return Uni.createFrom().<O>emitter(emitter -> {
            Waiting<I, O> waiting = new Waiting<>(item, new CompletableFuture<>(), Vertx.currentContext());
            waiting.answer.whenComplete((value, failure) -> waiting.onItsContext(() -> {
                if (failure != null) {
                    emitter.fail(failure);
                } else {
                    emitter.complete(value);
                }
            }));
            queue.add(waiting);
            depart();
        });
    }

    private void depart() {
        while (!queue.isEmpty()) {
            int now = flights.get();
            if (now >= maxFlights || waitsForOthers()) {
                return;
            }
            if (!flights.compareAndSet(now, now + 1)) {
                continue;
            }
            List<Waiting<I, O>> batch = new ArrayList<>();
            for (Waiting<I, O> next; batch.size() < maxBatch && (next = queue.poll()) != null; ) {
                batch.add(next);
            }
            if (batch.isEmpty()) {
                flights.decrementAndGet();
                continue;
            }
            departed = System.nanoTime();
            fly(batch).subscribe().with(ignored -> land(), failure -> land());
        }
    }

    /** Whether it is too soon to leave; then a timer calls again. */
    private boolean waitsForOthers() {
        long left = departed + intervalNanos - System.nanoTime();
        Context context = Vertx.currentContext();
        if (left <= 0 || context == null) {
            return false;
        }
        if (timed.compareAndSet(false, true)) {
            context.owner().setTimer(TimeUnit.NANOSECONDS.toMillis(left) + 1, ignored -> {
                timed.set(false);
                depart();
            });
        }
        return true;
    }

    private void land() {
        flights.decrementAndGet();
        depart();
    }

    private Uni<Void> fly(List<Waiting<I, O>> batch) {
        List<I> items = batch.stream().map(Waiting::item).toList();
        return transactions
                .inTransaction(tx -> write.apply(tx, items).invoke(answers -> {
                    if (answers.size() != items.size()) {
                        throw new IllegalStateException(answers.size() + " answers to " + items.size() + " writes");
                    }
                }))
                .invoke(answers -> {
                    for (int i = 0; i < batch.size(); i++) {
                        batch.get(i).answer.complete(answers.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    if (batch.size() == 1 || Failures.passes(failure)) {
                        batch.forEach(waiting -> waiting.answer.completeExceptionally(failure));
                        return Uni.createFrom().voidItem();
                    }
                    return alone(batch, 0);
                });
    }

    private Uni<Void> alone(List<Waiting<I, O>> batch, int index) {
        return index == batch.size()
                ? Uni.createFrom().voidItem()
                : fly(List.of(batch.get(index))).chain(() -> alone(batch, index + 1));
    }

    private record Waiting<I, O>(
            I item, CompletableFuture<O> answer, @Nullable Context context) {

        void onItsContext(Runnable task) {
            if (context == null || context == Vertx.currentContext()) {
                task.run();
            } else {
                context.runOnContext(ignored -> task.run());
            }
        }
    }
}
