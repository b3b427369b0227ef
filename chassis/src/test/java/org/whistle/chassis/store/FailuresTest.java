package org.whistle.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.MalformedInputException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.chassis.inbox.PoisonRecord;

class FailuresTest {

    private static PgException state(String sqlState) {
        return new PgException("message", "ERROR", sqlState, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08000", "25006", "40001", "40P01", "53300", "53100", "55P03", "57P01", "57P03", "57014",
                "58030"
            })
    void stateOfADatabaseInTrouble_passes(String sqlState) {
        assertThat(Failures.passes(state(sqlState))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23505", "23514", "23502", "22001", "22P02", "22021", "42P01", "42501", "XX000", "P0001", "", "40"
            })
    void stateThatTheSameInputMeetsAgain_stays(String sqlState) {
        assertThat(Failures.passes(state(sqlState))).isFalse();
        assertThat(Failures.passes(new RuntimeException("wrapped", state(sqlState))))
                .isFalse();
    }

    @Test
    void failureWithoutAState_stays() {
        assertThat(Failures.passes(state(null))).isFalse();
    }

    static Stream<Throwable> away() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new IOException("Connection reset by peer"),
                new ConnectTimeoutException("timed out"),
                ClosedConnectionException.INSTANCE,
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new RejectedExecutionException(),
                new VertxException("Connection is closed"),
                // What the reactive client says when no connection came free in time, or it is gone.
                new NoStackTraceThrowable("Timeout"),
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
                new NoStackTraceThrowable("Pending requests failed to be sent due to connection has been closed."));
    }

    @ParameterizedTest
    @MethodSource("away")
    void databaseOutOfReach_passes_alsoDeepInside(Throwable failure) {
        assertThat(Failures.passes(failure)).isTrue();
        assertThat(Failures.passes(new CompletionException(new RuntimeException(failure))))
                .isTrue();
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new PoisonRecord("bad"),
                new JsonParseException(null, "no JSON"),
                new UncheckedIOException(new MalformedInputException(1)),
                new NullPointerException(),
                new IllegalArgumentException("no such code", new IOException()),
                new IllegalStateException("thrown"),
                new NoStackTraceThrowable("Parameter at position[0] can not be coerced to the expected class"),
                TransactionRollbackException.INSTANCE,
                new NoStackTraceThrowable(null),
                new AssertionError());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultOfTheInputOrTheProgram_stays(Throwable failure) {
        assertThat(Failures.passes(failure)).isFalse();
    }

    @Test
    void circleOfCauses_isLookedThroughOnce() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);

        assertThat(Failures.passes(one)).isFalse();
    }
}
