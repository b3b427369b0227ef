package org.whistle.chassis.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.CloudEvents;

/**
 * Sends a batch of the outbox and deletes what was acknowledged. The producer is idempotent and never gives a record
 * up by time, so within a partition nothing overtakes: a record is acknowledged only after all before it.
 */
@ApplicationScoped
class OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

    /** Bytes of the largest record, as of the topics this service makes. */
    private static final int MAX_RECORD = 4 * 1024 * 1024;

    /** Bytes after which a batch ends: events may be large, and the heap is not. */
    private static final int MAX_BATCH = 8 * 1024 * 1024;

    private final String bootstrapServers;
    private final String service;
    private final int batch;
    private final TopicCreator topics;
    private final Counter published;
    private final Counter unpublishable;
    private @Nullable KafkaProducer<String, byte[]> producer;

    OutboxPublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "whistle.service") String service,
            @ConfigProperty(name = "whistle.outbox.batch", defaultValue = "1000") int batch,
            TopicCreator topics,
            MeterRegistry metrics) {
        this.bootstrapServers = bootstrapServers;
        this.service = service;
        this.batch = batch;
        this.topics = topics;
        this.published = metrics.counter("whistle.outbox.published");
        this.unpublishable = metrics.counter("whistle.outbox.unpublishable");
    }

    /**
     * Publishes one batch.
     *
     * @return whether there may be more at once
     * @throws KafkaException when the broker refuses for good; nothing unacknowledged is deleted
     */
    boolean publish(OutboxSession session) {
        List<OutboxSession.Unsent> unsent = session.read(batch, MAX_BATCH);
        if (unsent.isEmpty()) {
            return false;
        }
        try {
            Map<String, String> impossible = topics.ensure(
                    unsent.stream().map(row -> row.envelope().topic()).collect(Collectors.toSet()));
            List<Future<RecordMetadata>> sent = send(unsent, impossible);
            List<Long> acknowledged = new ArrayList<>(unsent.size());
            for (int i = 0; i < sent.size(); i++) {
                String refusal = refusalOf(sent.get(i));
                if (refusal == null) {
                    acknowledged.add(unsent.get(i).seq());
                } else {
                    setAside(session, unsent.get(i), refusal);
                }
            }
            session.delete(acknowledged);
            published.increment(acknowledged.size());
            return unsent.size() == batch || bytesOf(unsent) >= MAX_BATCH;
        } catch (KafkaException failure) {
            close();
            topics.forget();
            throw failure;
        }
    }

    /** Sends all and waits for all; those of impossible topics are refused without being sent. */
    private List<Future<RecordMetadata>> send(List<OutboxSession.Unsent> unsent, Map<String, String> impossible) {
        KafkaProducer<String, byte[]> kafka = producer();
        List<Future<RecordMetadata>> sent = new ArrayList<>(unsent.size());
        for (OutboxSession.Unsent row : unsent) {
            String reason = impossible.get(row.envelope().topic());
            Future<RecordMetadata> future = reason == null
                    ? kafka.send(CloudEvents.encode(row.envelope()))
                    : CompletableFuture.failedFuture(new InvalidTopicException(reason));
            if (future.isDone()) {
                // One that was not even queued, for want of memory or of the topic's whereabouts, stops here: what
                // stands behind it would overtake.
                refusalOf(future);
            }
            sent.add(future);
        }
        kafka.flush();
        return sent;
    }

    private static long bytesOf(List<OutboxSession.Unsent> unsent) {
        return unsent.stream().mapToLong(row -> row.envelope().data().length).sum();
    }

    /** Waits for the acknowledgement; answers why the broker can never take this one record, when it cannot. */
    private static @Nullable String refusalOf(Future<RecordMetadata> sent) {
        try {
            sent.get();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException || e.getCause() instanceof InvalidTopicException) {
                return e.getCause().getMessage();
            }
            throw e.getCause() instanceof KafkaException k ? k : new KafkaException(e.getCause());
        }
    }

    private void setAside(OutboxSession session, OutboxSession.Unsent row, String refusal) {
        LOG.errorf(
                "event %s of ticket %s can never be published to %s and is a dead letter: %s",
                row.envelope().id(), row.envelope().subject(), row.envelope().topic(), refusal);
        session.setAside(row.seq(), refusal);
        unpublishable.increment();
    }

    private KafkaProducer<String, byte[]> producer() {
        KafkaProducer<String, byte[]> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(Map.<String, Object>of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    ProducerConfig.CLIENT_ID_CONFIG,
                    service + "-outbox",
                    ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                    StringSerializer.class.getName(),
                    ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                    ByteArraySerializer.class.getName(),
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    "true",
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    String.valueOf(Integer.MAX_VALUE),
                    ProducerConfig.LINGER_MS_CONFIG,
                    "5",
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    "131072",
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    String.valueOf(MAX_RECORD)));
            producer = current;
        }
        return current;
    }

    void close() {
        KafkaProducer<String, byte[]> current = producer;
        producer = null;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }
}
