package org.whistle.feedback.loop.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.whistle.contracts.JournalEvent;

/**
 * Keeps what else a feature needs of the journal, in the transaction in which the loops move. It runs behind the loops'
 * own statements without waiting for them; an event it has kept before must change nothing.
 */
public interface JournalRecorder {

    /** Keeps what is of interest in events, in their order; loops of these tickets are stored. */
    Uni<Void> record(SqlConnection tx, List<JournalEvent> events);
}
