package org.whistle.chassis.store;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Tells a failure that passes by itself (the database is away) from one that the same input meets again. */
public final class Failures {

    /**
     * SQLSTATE classes that pass: 08 connection, 40 rollback (deadlock, serialization), 53 resources, 55 lock not
     * available, 57 operator intervention, 58 system error (PostgreSQL manual, appendix A).
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private Failures() {}

    /** Whether trying again later may succeed with the very same input. */
    public static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg) {
                String state = pg.getSqlState();
                return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
            }
            if (cause instanceof IOException
                    || cause instanceof ClosedConnectionException
                    || cause instanceof TimeoutException
                    || cause instanceof RejectedExecutionException
                    || cause instanceof VertxException
                    || cause instanceof io.netty.channel.ConnectTimeoutException) {
                return true;
            }
            if (cause.getCause() == cause) {
                return false;
            }
        }
        return false;
    }
}
