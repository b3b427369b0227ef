package org.whistle.chassis.web;

import java.util.UUID;
import org.jboss.logging.MDC;

/** Puts the ticket a piece of work is about into its log lines, under the key {@code ticketId}. */
public final class TicketLog {

    /** The key in the log's context. */
    public static final String KEY = "ticketId";

    private TicketLog() {}

    /** From here on, lines of this request (or record) carry the ticket; close it when the work changes ticket. */
    public static Scope of(UUID ticketId) {
        MDC.put(KEY, ticketId.toString());
        return () -> MDC.remove(KEY);
    }

    /** Ends the ticket's lines. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
