package org.whistle.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.work.WorkUnderWay;

/** How polls become batches; what a batch does is {@link BatchProcessorTest}'s. */
class GatheringTest {

    private static final TopicPartition PARTITION = new TopicPartition("whistle.test", 0);

    private final List<List<Long>> batches = new ArrayList<>();
    private final Deque<UniEmitter<? super Void>> underWay = new ArrayDeque<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private final List<Throwable> refused = new ArrayList<>();
    private final WorkUnderWay work = new WorkUnderWay();
    private final Gathering gathering = new Gathering(this::store, Duration.ZERO, 1, work);

    private Uni<Void> store(List<ConsumerRecord<String, byte[]>> records) {
        batches.add(records.stream().map(ConsumerRecord::offset).toList());
        return Uni.createFrom().<Void>emitter(underWay::add);
    }

    private CompletableFuture<Void> poll(long from, int count) {
        List<ConsumerRecord<String, byte[]>> records = IntStream.range(0, count)
                .mapToObj(i -> new ConsumerRecord<>(PARTITION.topic(), 0, from + i, "key", new byte[0]))
                .toList();
        Message<ConsumerRecords<String, byte[]>> message = Message.of(
                new ConsumerRecords<>(Map.of(PARTITION, records), Map.of()),
                () -> {
                    acknowledged.add(from);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    refused.add(failure);
                    return CompletableFuture.completedFuture(null);
                });
        return gathering.take(message).subscribeAsCompletionStage();
    }

    private void stored() {
        underWay.remove().complete(null);
    }

    @Test
    void poll_isTakenAtOnce_whenNothingIsGoingOn() {
        assertThat(poll(0, 2)).isDone();
        assertThat(batches).containsExactly(List.of(0L, 1L));
        assertThat(acknowledged).isEmpty();

        stored();
        assertThat(acknowledged).containsExactly(0L);
        poll(2, 1);
        assertThat(batches).containsExactly(List.of(0L, 1L), List.of(2L));
    }

    @Test
    void polls_areJoinedInTheirOrder_whileABatchIsUnderWay() {
        poll(0, 1);
        poll(1, 2);
        assertThat(poll(3, 1)).isDone();
        assertThat(batches).hasSize(1);

        stored();
        assertThat(batches).containsExactly(List.of(0L), List.of(1L, 2L, 3L));
        assertThat(acknowledged).containsExactly(0L);
        stored();
        assertThat(acknowledged).containsExactly(0L, 1L, 3L);
    }

    @Test
    void batch_endsBeforeThePoll_thatWouldMakeItTooLarge() {
        poll(0, 1);
        poll(1, 600);
        poll(601, 400);
        poll(1001, 1);

        stored();
        assertThat(batches.get(1)).hasSize(1000);
        stored();
        assertThat(batches.get(2)).containsExactly(1001L);
    }

    @Test
    void channel_isHeldBack_whileEnoughIsWaiting() {
        poll(0, 1);
        assertThat(poll(1, 1000)).isDone();
        CompletableFuture<Void> held = poll(1001, 1000);
        assertThat(held).isNotDone();

        stored();
        assertThat(held).isDone();
        assertThat(batches).hasSize(2);
    }

    @Test
    void channel_isToldOfEveryPoll_thatCannotBeStored() {
        poll(0, 1);
        poll(1, 1);
        poll(2, 1);
        stored();
        underWay.remove().fail(new IllegalStateException("neither stored nor kept"));

        assertThat(acknowledged).containsExactly(0L);
        assertThat(refused).hasSize(2);
        poll(3, 1);
        assertThat(batches).hasSize(2);
    }

    @Test
    void end_waitsForTheBatchUnderWay_andNoneFollowsIt() throws Exception {
        poll(0, 1);
        poll(1, 2);
        CompletableFuture<Void> end = CompletableFuture.runAsync(this::endWork);
        await().until(work::isEnding);
        assertThat(end).isNotDone();

        stored();
        end.get(20, TimeUnit.SECONDS);
        assertThat(acknowledged).containsExactly(0L);
        poll(3, 1);
        assertThat(batches).containsExactly(List.of(0L));
    }

    @Test
    void nothingBegins_onceTheServiceIsEnding() {
        endWork();
        assertThat(poll(0, 1)).isDone();
        assertThat(batches).isEmpty();
        assertThat(acknowledged).isEmpty();
        assertThat(refused).isEmpty();
    }

    private void endWork() {
        try {
            work.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
