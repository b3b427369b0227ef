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
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.intake.report.FileReport;
import org.whistle.intake.report.Fingerprint;
import org.whistle.intake.report.Report;

/**
 * A report as its row holds it.
 *
 * @param level the level of the chain at which it began; null when it began none below the street
 */
public record StoredReport(
        UUID id,
        String account,
        String clientId,
        Fingerprint fingerprint,
        Kind kind,
        @Nullable ChainLevel level,
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

    /** What it is. */
    public enum Kind {
        /** A ticket, from the beginning or since the chain passed it up to the street. */
        TICKET,
        /** A matter that the chain below the street has, or had until it was answered. */
        MATTER,
        ROUTINE,
        JOINED;

        /** The word in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The row of a report that was accepted.
     *
     * @param joined what the event of a joined report or of a matter does not tell; not looked at for others
     */
    static StoredReport of(FileReport command, IntakeEvent event, Place place, Joined joined) {
        return switch (event) {
            case ReportFiled filed ->
                row(
                        command,
                        Kind.TICKET,
                        null,
                        filed.ticketId(),
                        filed.ticketNo(),
                        filed.type(),
                        filed.condition(),
                        filed.urgency(),
                        place,
                        filed.outsideOwnGrid());
            case MatterOpened opened ->
                row(
                        command,
                        Kind.MATTER,
                        opened.level(),
                        opened.ticketId(),
                        opened.ticketNo(),
                        opened.type(),
                        opened.condition(),
                        joined.urgency(),
                        place,
                        opened.outsideOwnGrid());
            case RoutineRegistered routine ->
                row(
                        command,
                        Kind.ROUTINE,
                        null,
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
                        null,
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
            @Nullable ChainLevel level,
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
                level,
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
        if (level != null) {
            return new Report.Matter(id, level, filedAt);
        }
        return switch (kind) {
            case TICKET -> new Report.Ticket(id, type, filedAt);
            case MATTER -> throw new IllegalStateException("matter " + id + " began at no level");
            case ROUTINE -> new Report.Routine(id, filedAt);
            case JOINED -> new Report.Joined(id, ticketId, filedAt);
        };
    }

    /** Reads a row of {@code report}. */
    public static StoredReport of(Row row) {
        String urgency = row.getString("urgency");
        String level = row.getString("first_level");
        return new StoredReport(
                row.getUUID("id"),
                row.getString("account"),
                row.getString("client_id"),
                Fingerprint.of(row.getBuffer("fingerprint").getBytes()),
                Kind.ofWord(row.getString("kind")),
                level == null ? null : ChainLevel.valueOf(level),
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
     * What a row needs beside its event: all of a joined report, the urgency of a matter.
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
