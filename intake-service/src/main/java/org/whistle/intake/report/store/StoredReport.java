package org.whistle.intake.report.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.intake.report.FileReport;
import org.whistle.intake.report.Fingerprint;
import org.whistle.intake.report.Report;

/** A report as its row holds it. */
public record StoredReport(
        UUID id,
        String account,
        String clientId,
        Fingerprint fingerprint,
        Kind kind,
        UUID ticketId,
        String ticketNo,
        MatterKind matter,
        @Nullable String type,
        @Nullable String condition,
        @Nullable Urgency urgency,
        String text,
        Place place,
        Position position,
        @Nullable String address,
        @Nullable String assetId,
        @Nullable String assetMark,
        List<UUID> photos,
        Reporter reporter,
        boolean outsideOwnGrid,
        @Nullable String outcome,
        Instant filedAt) {

    /** What became of it at once. */
    public enum Kind {
        TICKET,
        ROUTINE,
        JOINED;

        /** The word in the database. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The row of a report that was accepted.
     *
     * @param joined what the event of a joined report does not tell; not looked at for others
     */
    static StoredReport of(FileReport command, IntakeEvent event, Place place, Joined joined) {
        return switch (event) {
            case ReportFiled filed ->
                row(
                        command,
                        Kind.TICKET,
                        filed.ticketId(),
                        filed.ticketNo(),
                        filed.type(),
                        filed.condition(),
                        filed.urgency(),
                        place,
                        filed.outsideOwnGrid());
            case RoutineRegistered routine ->
                row(
                        command,
                        Kind.ROUTINE,
                        routine.ticketId(),
                        routine.ticketNo(),
                        routine.type(),
                        routine.condition(),
                        null,
                        place,
                        routine.outsideOwnGrid());
            case ReportJoined toTicket ->
                row(
                        command,
                        Kind.JOINED,
                        toTicket.ticketId(),
                        joined.ticketNo(),
                        joined.type(),
                        joined.condition(),
                        joined.urgency(),
                        place,
                        joined.outsideOwnGrid());
            case IntakeEvent other -> throw new IllegalStateException("no report begins with " + other.getClass());
        };
    }

    private static StoredReport row(
            FileReport command,
            Kind kind,
            UUID ticketId,
            String ticketNo,
            @Nullable String type,
            @Nullable String condition,
            @Nullable Urgency urgency,
            Place place,
            boolean outsideOwnGrid) {
        return new StoredReport(
                command.reportId(),
                command.account(),
                command.clientId(),
                command.fingerprint(),
                kind,
                ticketId,
                ticketNo,
                command.matter(),
                type,
                condition,
                urgency,
                command.text(),
                place,
                command.position(),
                command.address(),
                command.assetId(),
                command.assetMark(),
                command.photos(),
                command.reporter(),
                outsideOwnGrid,
                command.outcome(),
                command.filedAt());
    }

    /** The report as its decider knows it. */
    Report toReport() {
        return switch (kind) {
            case TICKET -> new Report.Ticket(id, type, filedAt);
            case ROUTINE -> new Report.Routine(id, filedAt);
            case JOINED -> new Report.Joined(id, ticketId, filedAt);
        };
    }

    /** Reads a row of {@code report}. */
    static StoredReport of(Row row) {
        String urgency = row.getString("urgency");
        return new StoredReport(
                row.getUUID("id"),
                row.getString("account"),
                row.getString("client_id"),
                Fingerprint.of(row.getBuffer("fingerprint").getBytes()),
                Kind.ofWord(row.getString("kind")),
                row.getUUID("ticket_id"),
                row.getString("ticket_no"),
                MatterKind.valueOf(row.getString("matter")),
                row.getString("type"),
                row.getString("condition"),
                urgency == null ? null : Urgency.valueOf(urgency),
                row.getString("text"),
                Place.ofGrid(row.getString("grid")),
                new Position(row.getDouble("longitude"), row.getDouble("latitude")),
                row.getString("address"),
                row.getString("asset_id"),
                row.getString("asset_mark"),
                List.of(row.getArrayOfUUIDs("photos")),
                new Reporter(row.getUUID("pseudonym"), Reporter.Kind.valueOf(row.getString("reporter_kind"))),
                row.getBoolean("outside_own_grid"),
                row.getString("outcome"),
                row.getOffsetDateTime("filed_at").toInstant());
    }

    /**
     * What the row of a joined report needs beside its event.
     *
     * @param ticketNo the joined ticket's
     */
    record Joined(
            String ticketNo,
            @Nullable String type,
            @Nullable String condition,
            @Nullable Urgency urgency,
            boolean outsideOwnGrid) {}
}
