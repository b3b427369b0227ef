package org.whistle.feedback;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a multi-row statement: one array for each column, in the order they are added.
 *
 * @param <T> one row
 */
public final class Columns<T> {

    private final List<T> rows;
    private final Tuple tuple = Tuple.tuple();

    public Columns(List<T> rows) {
        this.rows = rows;
    }

    public Columns<T> uuid(Function<T, @Nullable UUID> value) {
        tuple.addArrayOfUUID(rows.stream().map(value).toArray(UUID[]::new));
        return this;
    }

    public Columns<T> text(Function<T, @Nullable String> value) {
        tuple.addArrayOfString(rows.stream().map(value).toArray(String[]::new));
        return this;
    }

    public Columns<T> number(Function<T, Integer> value) {
        tuple.addArrayOfInteger(rows.stream().map(value).toArray(Integer[]::new));
        return this;
    }

    public Columns<T> bigint(Function<T, Long> value) {
        tuple.addArrayOfLong(rows.stream().map(value).toArray(Long[]::new));
        return this;
    }

    public Columns<T> decimal(Function<T, Double> value) {
        tuple.addArrayOfDouble(rows.stream().map(value).toArray(Double[]::new));
        return this;
    }

    public Columns<T> flag(Function<T, Boolean> value) {
        tuple.addArrayOfBoolean(rows.stream().map(value).toArray(Boolean[]::new));
        return this;
    }

    public Columns<T> instant(Function<T, @Nullable Instant> value) {
        tuple.addArrayOfOffsetDateTime(
                rows.stream().map(row -> at(value.apply(row))).toArray(OffsetDateTime[]::new));
        return this;
    }

    /** The parameters. */
    public Tuple tuple() {
        return tuple;
    }

    /** An instant as the reactive client takes it. */
    public static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** An instant as the reactive client gives it. */
    public static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
