package org.whistle.intake.report.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whistle.intake.grid.Cell;

/** The rows of many reports as one statement's arrays. */
final class ReportColumns {

    /**
     * Arrays of arrays would be unnested to the bottom, so the photos of a report travel as text. What the chain and the
     * alarmed levels have to look after is begun in the same statement, which for all other reports costs nothing.
     */
    static final String INSERT = """
            with filed as (
                insert into report (id, account, client_id, fingerprint, kind, ticket_id, ticket_no, matter, type,
                                    condition, urgency, text, grid, longitude, latitude, cell, address, asset_id,
                                    asset_mark, photos, pseudonym, reporter_kind, outside_own_grid, outcome, filed_at,
                                    first_level, open, current_type)
                select x.id, x.account, x.client_id, x.fingerprint, x.kind, x.ticket_id, x.ticket_no, x.matter, x.type,
                       x.condition, x.urgency, x.text, x.grid, x.longitude, x.latitude, x.cell, x.address, x.asset_id,
                       x.asset_mark, x.photos::uuid[], x.pseudonym, x.reporter_kind, x.outside_own_grid, x.outcome,
                       x.filed_at, x.first_level, x.kind in ('ticket', 'matter'), x.type
                from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::uuid[], $7::text[],
                            $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::float8[],
                            $15::float8[], $16::bigint[], $17::text[], $18::text[], $19::text[], $20::text[],
                            $21::uuid[], $22::text[], $23::boolean[], $24::text[], $25::timestamptz[], $26::text[])
                     as x(id, account, client_id, fingerprint, kind, ticket_id, ticket_no, matter, type, condition,
                          urgency, text, grid, longitude, latitude, cell, address, asset_id, asset_mark, photos,
                          pseudonym, reporter_kind, outside_own_grid, outcome, filed_at, first_level)
                on conflict (account, client_id) do nothing
                returning id, kind, matter, grid, filed_at, first_level),
            opened as (
                insert into matter (id, version, kind, state, level, grid, changed_at)
                select id, 0, matter, 'open', first_level, grid, filed_at from filed where kind = 'matter'),
            alarmed as (
                insert into alarm (ticket_id, version, state, grid, raised_at)
                select id, 0, 'open', grid, filed_at from filed where kind = 'ticket' and matter = 'EMERGENCY')
            select id from filed""";

    private ReportColumns() {}

    static Tuple tuple(List<StoredReport> rows) {
        return Tuple.tuple()
                .addArrayOfUUID(column(rows, StoredReport::id, UUID[]::new))
                .addArrayOfString(column(rows, StoredReport::account, String[]::new))
                .addArrayOfString(column(rows, StoredReport::clientId, String[]::new))
                .addValue(column(rows, row -> Buffer.buffer(row.fingerprint().bytes()), Buffer[]::new))
                .addArrayOfString(column(rows, row -> row.kind().word(), String[]::new))
                .addArrayOfUUID(column(rows, StoredReport::ticketId, UUID[]::new))
                .addArrayOfString(column(rows, StoredReport::ticketNo, String[]::new))
                .addArrayOfString(column(rows, row -> row.matter().name(), String[]::new))
                .addArrayOfString(column(rows, StoredReport::type, String[]::new))
                .addArrayOfString(column(rows, StoredReport::condition, String[]::new))
                .addArrayOfString(column(rows, row -> name(row.urgency()), String[]::new))
                .addArrayOfString(column(rows, StoredReport::text, String[]::new))
                .addArrayOfString(column(rows, row -> row.place().grid(), String[]::new))
                .addArrayOfDouble(column(rows, row -> row.position().longitude(), Double[]::new))
                .addArrayOfDouble(column(rows, row -> row.position().latitude(), Double[]::new))
                .addArrayOfLong(column(rows, row -> Cell.of(row.position()), Long[]::new))
                .addArrayOfString(column(rows, StoredReport::address, String[]::new))
                .addArrayOfString(column(rows, StoredReport::assetId, String[]::new))
                .addArrayOfString(column(rows, StoredReport::assetMark, String[]::new))
                .addArrayOfString(column(rows, row -> arrayLiteral(row.photos()), String[]::new))
                .addArrayOfUUID(column(rows, row -> row.reporter().pseudonym(), UUID[]::new))
                .addArrayOfString(column(rows, row -> row.reporter().kind().name(), String[]::new))
                .addArrayOfBoolean(column(rows, StoredReport::outsideOwnGrid, Boolean[]::new))
                .addArrayOfString(column(rows, StoredReport::outcome, String[]::new))
                .addArrayOfOffsetDateTime(
                        column(rows, row -> row.filedAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfString(column(rows, row -> name(row.level()), String[]::new));
    }

    private static <T> T[] column(
            List<StoredReport> rows, Function<StoredReport, @Nullable T> value, IntFunction<T[]> array) {
        T[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String arrayLiteral(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
