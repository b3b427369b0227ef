package org.whistle.intake.report.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Position;
import org.whistle.contracts.TrackingCode;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.web.PlaceView;
import org.whistle.intake.report.store.StoredReport;

/**
 * The answer to a filed report, the same however often the request is sent.
 *
 * @param state {@code filed}, {@code opened} for a matter that the chain below the street has first, {@code registered}
 *     for a routine matter, {@code joined} for one joined to a ticket
 * @param level the level that has an opened matter first
 * @param ticketId the ticket it began or was joined to; for a routine matter its own id
 * @param repeatOf earlier reports of the same person, type and place, newest first; those the caller may see
 * @param alarmed the levels an emergency alarms
 * @param trackingCode by which whoever has it follows what becomes of the report, without an account; absent for a routine
 *     matter, which is done
 */
@Schema(name = "Receipt")
public record Receipt(
        @Schema(examples = "019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d")
        UUID id,

        UUID ticketId,
        @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,

        @Schema(enumeration = {"filed", "opened", "registered", "joined"})
        String state,

        @Nullable ChainLevel level,

        MatterKind matter,
        @Nullable String type,
        @Nullable String condition,
        @Nullable Urgency urgency,
        PlaceView place,
        Position position,
        boolean outsideOwnGrid,

        @Schema(description = "Stands for the reporter in every event")
        UUID pseudonym,

        Reporter.Kind reporterKind,
        List<UUID> photos,
        List<String> alarmed,
        List<UUID> repeatOf,
        OffsetDateTime filedAt,

        @Schema(examples = "7ZKX0M41QW9TRB3HC6YV2D8NEP", description = "For GET /api/feedback/tracking/{code}")
        @Nullable
        String trackingCode) {

    private static final List<String> EVERY_LEVEL = List.of("community", "street", "district");

    static Receipt of(
            StoredReport report,
            List<UUID> repeatOf,
            @Nullable TrackingCode code,
            Gazetteer gazetteer,
            Language language) {
        return new Receipt(
                report.id(),
                report.ticketId(),
                report.ticketNo(),
                firstState(report),
                report.level(),
                report.matter(),
                report.type(),
                report.condition(),
                report.urgency(),
                PlaceView.of(report.place(), gazetteer, language),
                report.position(),
                report.outsideOwnGrid(),
                report.reporter().pseudonym(),
                report.reporter().kind(),
                report.photos(),
                isAlarm(report) ? EVERY_LEVEL : List.of(),
                repeatOf,
                report.filedAt().atZone(Params.ZONE).toOffsetDateTime(),
                code == null ? null : code.text());
    }

    private static boolean isAlarm(StoredReport report) {
        return report.kind() == StoredReport.Kind.TICKET && report.matter() == MatterKind.EMERGENCY;
    }

    private static String firstState(StoredReport report) {
        // Also when it has become a ticket since: the answer stays the same.
        if (report.level() != null) {
            return "opened";
        }
        return switch (report.kind()) {
            case TICKET -> "filed";
            case MATTER -> throw new IllegalStateException("matter " + report.id() + " began at no level");
            case ROUTINE -> "registered";
            case JOINED -> "joined";
        };
    }
}
