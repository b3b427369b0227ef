package org.whistle.intake.report.web;

import java.time.Instant;
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
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.fate.Happening;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.web.PlaceView;
import org.whistle.intake.report.store.FollowedReport;
import org.whistle.intake.report.store.Reports;
import org.whistle.intake.report.store.StoredReport;

/**
 * A report and what became of it.
 *
 * @param joined whether it was joined to a ticket that was open already; state and timeline are that ticket's
 * @param state how far the ticket is; for a matter that is none yet, the level that has it
 * @param stage the part of the loop it is waiting in
 * @param department code of the body that leads, while one does
 * @param due until when that body is to have handled it
 * @param answer how the chain below the street settled it, when it did
 * @param explanation where the matter belongs, when it was not accepted
 * @param mergedInto the ticket it goes on in, at the end of all merges; only when one report is read, as what follows
 * @param mergedTicketNo that ticket's number
 * @param mergedState how far that ticket is
 * @param repeatOf earlier reports of the same person, type and place, newest first; those the caller may see
 * @param joinedReports how many other reports belong to its ticket, joined or merged; only when one report is read
 * @param timeline what happened, oldest first; only when one report is read
 * @param trackingCode by which whoever has it follows what becomes of the report; only for whoever filed it
 */
@Schema(name = "Report")
public record ReportView(
        UUID id,
        UUID ticketId,
        @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
        boolean joined,

        @Schema(
                enumeration = {
                    "registered",
                    "unit-steward",
                    "building-head",
                    "grid-worker",
                    "branch",
                    "community",
                    "answered",
                    "filed",
                    "queued",
                    "dispatched",
                    "accepted",
                    "completed",
                    "verified",
                    "rework",
                    "reopened",
                    "closed",
                    "not-accepted",
                    "merged"
                })
        String state,

        @Schema(enumeration = {"discover", "dispatch", "accept", "handle", "verify", "feedback", "ended"})
        String stage,

        @Schema(examples = "water-supply") @Nullable String department,
        @Nullable String departmentName,
        List<String> departments,
        @Nullable OffsetDateTime due,
        @Nullable String answer,
        @Nullable String explanation,
        MatterKind matter,
        @Nullable String type,
        @Nullable String typeName,
        @Nullable String condition,
        @Nullable String conditionName,
        @Nullable Urgency urgency,
        String text,
        PlaceView place,
        Position position,
        @Nullable String address,
        @Nullable String assetId,
        @Nullable String assetMark,
        List<UUID> photos,
        UUID pseudonym,
        Reporter.Kind reporterKind,
        boolean outsideOwnGrid,
        @Nullable String outcome,
        OffsetDateTime filedAt,
        @Nullable UUID mergedInto,
        @Nullable String mergedTicketNo,
        @Nullable String mergedState,
        @Nullable List<UUID> repeatOf,
        @Nullable Integer joinedReports,
        @Nullable List<Line> timeline,
        @Nullable String trackingCode) {

    static ReportView of(
            FollowedReport followed,
            @Nullable Whole whole,
            @Nullable TrackingCode code,
            Gazetteer gazetteer,
            Language language) {
        StoredReport report = followed.report();
        return new ReportView(
                report.id(),
                report.ticketId(),
                report.ticketNo(),
                report.kind() == StoredReport.Kind.JOINED,
                followed.state(),
                followed.stage(),
                followed.lead(),
                name(followed.lead(), gazetteer, language),
                followed.departments(),
                at(followed.dueAt()),
                followed.answer(),
                followed.explanation(),
                report.matter(),
                report.type(),
                typeName(report, gazetteer, language),
                report.condition(),
                conditionName(report, gazetteer, language),
                report.urgency(),
                report.text(),
                PlaceView.of(report.place(), gazetteer, language),
                report.position(),
                report.address(),
                report.assetId(),
                report.assetMark(),
                report.photos(),
                report.reporter().pseudonym(),
                report.reporter().kind(),
                report.outsideOwnGrid(),
                report.outcome(),
                report.filedAt().atZone(Params.ZONE).toOffsetDateTime(),
                whole == null || whole.leading() == null
                        ? null
                        : whole.leading().ticketId(),
                whole == null || whole.leading() == null
                        ? null
                        : whole.leading().ticketNo(),
                whole == null || whole.leading() == null
                        ? null
                        : whole.leading().state().word(),
                whole == null ? null : whole.repeatOf(),
                whole == null ? null : whole.joinedReports(),
                whole == null
                        ? null
                        : whole.timeline().stream()
                                .map(line -> Line.of(line, gazetteer, language))
                                .toList(),
                code == null ? null : code.text());
    }

    private static @Nullable String name(@Nullable String department, Gazetteer gazetteer, Language language) {
        return department == null ? null : PlaceView.text(gazetteer.departmentName(department), language);
    }

    private static @Nullable String typeName(StoredReport report, Gazetteer gazetteer, Language language) {
        return report.type() == null
                ? null
                : gazetteer
                        .district()
                        .type(report.type())
                        .map(type -> PlaceView.text(type.name(), language))
                        .orElse(null);
    }

    private static @Nullable String conditionName(StoredReport report, Gazetteer gazetteer, Language language) {
        return report.type() == null || report.condition() == null
                ? null
                : gazetteer
                        .district()
                        .condition(report.type(), report.condition())
                        .map(condition -> PlaceView.text(condition.name(), language))
                        .orElse(null);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(Params.ZONE).toOffsetDateTime();
    }

    /**
     * What is told beside it when one report is read.
     *
     * @param leading the ticket it goes on in, when it was merged
     */
    record Whole(int joinedReports, List<Happening> timeline, Reports.@Nullable Leading leading, List<UUID> repeatOf) {}

    /**
     * One line of a timeline.
     *
     * @param event what happened
     * @param department the body it is about
     */
    @Schema(name = "TimelineEntry")
    public record Line(
            @Schema(examples = "dispatched") String event,
            OffsetDateTime at,
            @Nullable String department,
            @Nullable String departmentName,
            @Nullable String note) {

        static Line of(Happening happening, Gazetteer gazetteer, Language language) {
            return new Line(
                    happening.happened(),
                    happening.at().atZone(Params.ZONE).toOffsetDateTime(),
                    happening.department(),
                    name(happening.department(), gazetteer, language),
                    happening.note());
        }
    }
}
