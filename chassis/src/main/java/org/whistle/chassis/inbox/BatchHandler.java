package org.whistle.chassis.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service does with the events of one channel. */
public interface BatchHandler {

    /** What to do with a type of event. */
    enum Interest {
        /** Hand it to {@link #apply}. */
        APPLY,
        /** Known, and knowingly not this service's business. */
        PASS,
        /** Not known to this version: a dead letter, to be replayed after the upgrade that knows it. */
        UNKNOWN
    }

    /** Whether records of this topic are this handler's; needed to replay a dead letter. */
    boolean consumes(String topic);

    /** Decides by the wire name alone, before anything is parsed. */
    Interest interestIn(String type);

    /**
     * Applies events never seen before, in the order of their topic, within the transaction given.
     *
     * @return fails with {@link PoisonRecord} or any other failure that the same input would meet again when a record
     *     is bad; the processor then finds out which
     */
    Uni<Void> apply(SqlConnection tx, List<Delivered> fresh);

    /**
     * A record that no event can be read from. It goes to the dead letters, unless the handler of a channel that others
     * write to answers them instead, within the transaction given.
     *
     * @param cause what is wrong with it
     * @return whether it was answered, so that nothing is kept
     */
    default Uni<Boolean> answer(SqlConnection tx, ConsumerRecord<String, byte[]> unreadable, String cause) {
        return Uni.createFrom().item(false);
    }
}
