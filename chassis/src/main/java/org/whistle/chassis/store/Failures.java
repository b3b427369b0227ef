package org.whistle.chassis.store;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a failure that passes by itself (the database is away) from one that the same input meets again. */
public final class Failures {

    /**
     * SQLSTATE classes that pass: 08 connection, 40 rollback (deadlock, serialization), 53 resources, 55 lock not
     * available, 57 operator intervention, 58 system error (PostgreSQL manual, appendix A).
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    /** What a server answers that is no longer, or not yet, the one to write to. */
    private static final String READ_ONLY = "25006";

    /** Causes may form a circle. */
    private static final int DEEPEST = 20;

    private Failures() {}

    /** Whether trying again later may succeed with the very same input. */
    public static boolean passes(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (cause instanceof PgException pg) {
                return passes(pg.getSqlState());
            }
            if (cause instanceof JacksonException
                    || cause instanceof CharacterCodingException
                    || cause instanceof IllegalArgumentException
                    || cause instanceof TransactionRollbackException) {
                // Unreadable input, though some of these are IOExceptions; or a statement that failed unheeded.
                return false;
            }
            if (cause instanceof IOException
                    || cause instanceof ClosedConnectionException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || cause instanceof RejectedExecutionException
                    || cause instanceof VertxException
                    || clientSaysAway(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (state.equals(READ_ONLY) || PASSING.contains(state.substring(0, 2)));
    }

    /** The reactive client has no types of its own for a pool without a free connection and for a connection cut off. */
    private static boolean clientSaysAway(Throwable cause) {
        String message = cause.getMessage();
        return cause instanceof NoStackTraceThrowable
                && message != null
                && (message.equals("Timeout")
                        || message.startsWith("Connection is not active")
                        || message.startsWith("Pending requests failed to be sent"));
    }
}
