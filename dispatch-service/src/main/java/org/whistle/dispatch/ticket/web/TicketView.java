package org.whistle.dispatch.ticket.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.Limit;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.Reporter;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.ReturnCase;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.store.HistoryRows;
import org.whistle.dispatch.ticket.store.TicketSearch;

/**
 * One ticket with everything dispatch-service knows of it.
 *
 * @param state queued, dispatched, return-pending, completed, not-accepted, merged or closed
 * @param round how often it was dispatched
 * @param limit the catalogue's limit behind the handling clocks
 * @param policyVersion what it was dispatched under, and keeps
 * @param queue why it waits and until when; only while it is queued
 * @param whistle the whistle that called the bodies of the present round; absent when none did
 * @param requests extensions and suspensions asked for
 * @param consultationRequired whether it may go to another body only by way of a consultation
 * @param pauses every time a handling clock stood still
 * @param mergedInto the ticket it goes on in; only while it is merged
 * @param history every event of its life, in its one order
 * @param availableActions what this caller may do now
 */
@Schema(name = "Ticket")
record TicketView(
        @Schema(examples = "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d001")
        UUID id,

        @Schema(examples = "370102009-20260302-7K3M9P") String ticketNo,
        @Schema(examples = "7") long version,
        @Schema(examples = "dispatched") String state,
        MatterKind matter,
        @Schema(examples = "C0101") @Nullable String type,
        @Schema(examples = "上水井盖") @Nullable String typeName,
        @Schema(examples = "a") @Nullable String condition,
        @Nullable String conditionName,
        @Nullable Urgency urgency,
        String text,
        PlaceView place,
        Position position,
        @Nullable String address,
        @Nullable String assetId,
        @Nullable String assetMark,
        List<UUID> photos,
        Reporter.Kind reportedBy,
        boolean outsideOwnGrid,
        Instant filedAt,
        int round,
        @Nullable Limit limit,
        @Nullable String policyVersion,
        @Nullable Instant dispatchedAt,
        @Nullable QueueView queue,
        List<LegView> legs,
        @Nullable WhistleView whistle,
        List<ReturnView> returns,
        List<ProceedingsView.RequestView> requests,
        List<ProceedingsView.ConsultationView> consultations,
        boolean consultationRequired,
        List<ProceedingsView.PauseView> pauses,
        @Nullable UUID mergedInto,
        List<HistoryView> history,
        @Schema(examples = "[\"dispatch\"]") List<String> availableActions) {

    /** Codes and names of the place. */
    record PlaceView(
            String district,
            String street,
            String streetName,
            String community,
            String communityName,
            String grid,
            String gridName) {}

    /**
     * Why a person must decide, and by when.
     *
     * @param reportedOn the body a hidden reporter reports on, so that no rule sends the ticket there; absent otherwise
     * @param identification whom an identification whistle would ask; only when one is offered, because the owner is unknown
     */
    record QueueView(
            TicketQueued.Reason reason,
            List<String> candidates,
            Instant since,
            Instant dueAt,
            long secondsLeft,
            @Nullable String reportedOn,
            WhistleView.@Nullable OfferView identification) {}

    /**
     * A body's part.
     *
     * @param state open, paused, suspended or completed
     * @param pausedAt since when its handling clock stands still
     * @param suspendedUntil when a suspended part goes on by itself
     * @param task make-safe or identify; absent when the body is simply to handle the matter
     * @param rating how the street rates the completion; absent before
     */
    record LegView(
            UUID assignmentId,
            String department,
            @Nullable String departmentName,
            LegRole role,
            @Schema(examples = "open") String state,
            @Nullable Instant acceptedAt,
            @Nullable Instant pausedAt,
            @Nullable Instant suspendedUntil,
            @Nullable Instant completedAt,
            Clock accept,
            Clock handle,
            @Nullable LegTask task,
            WhistleView.@Nullable RatingView rating) {}

    /**
     * An objection.
     *
     * @param state pending, approved or refused
     */
    record ReturnView(
            UUID id,
            UUID assignmentId,
            String department,
            @Nullable String departmentName,
            @Schema(examples = "pending") String state,
            String reason,
            String legalBasis,
            List<UUID> photos,
            String requestedBy,
            Instant requestedAt,
            @Nullable String decisionReason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static ReturnView of(ReturnCase request, Names names) {
            ReturnCase.Decided decided = request.decision();
            return new ReturnView(
                    request.returnId(),
                    request.assignmentId(),
                    request.department(),
                    names.department(request.department()),
                    decided == null ? "pending" : decided.approved() ? "approved" : "refused",
                    request.reason(),
                    request.legalBasis(),
                    request.photos(),
                    request.requestedBy().account(),
                    request.requestedAt(),
                    decided == null ? null : decided.reason(),
                    decided == null ? null : decided.by().account(),
                    decided == null ? null : decided.at());
        }
    }

    /**
     * One event of the ticket's life.
     *
     * @param type wire name of the event
     * @param data the event as it stood on the journal
     */
    record HistoryView(
            UUID id,

            @Schema(examples = "whistle.intake.report-filed.v1")
            String type,

            String source,
            Instant at,

            @JsonRawValue @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
            String data) {}

    static TicketView of(
            TicketSearch.Found found,
            List<HistoryRows.Entry> history,
            List<String> actions,
            Names names,
            @Nullable Instant dispatchDue,
            Instant now) {
        Ticket ticket = found.ticket();
        ReportFiled report = ticket.report();
        @Nullable Order order = ticket.lastOrder().orElse(null);
        @Nullable String type = order == null ? report.type() : order.type();
        @Nullable String condition = order == null ? report.condition() : order.condition();
        return new TicketView(
                ticket.id(),
                report.ticketNo(),
                found.version(),
                ticket.status().code(),
                report.matter(),
                type,
                names.type(type),
                condition,
                names.condition(type, condition),
                order == null ? report.urgency() : order.urgency(),
                report.text(),
                place(report, names),
                report.position(),
                report.address(),
                report.assetId(),
                report.assetMark(),
                report.photos(),
                report.reporter().kind(),
                report.outsideOwnGrid(),
                report.filedAt(),
                order == null ? 0 : order.round(),
                order == null ? null : order.limit(),
                order == null ? null : order.policyVersion(),
                order == null ? null : order.dispatchedAt(),
                ticket instanceof Ticket.Queued queued && dispatchDue != null
                        ? queue(queued, dispatchDue, names, now)
                        : null,
                ticket.legs().stream().map(state -> leg(state, names)).toList(),
                WhistleView.of(ticket, names),
                ticket.returns().stream()
                        .map(request -> ReturnView.of(request, names))
                        .toList(),
                ProceedingsView.requests(ticket, names),
                ProceedingsView.consultations(ticket, names),
                ticket.consultationRequired(),
                ProceedingsView.pauses(ticket),
                ticket instanceof Ticket.Merged merged ? merged.into() : null,
                history.stream()
                        .map(entry -> new HistoryView(
                                entry.eventId(), entry.type(), entry.source(), entry.at(), entry.data()))
                        .toList(),
                actions);
    }

    private static PlaceView place(ReportFiled report, Names names) {
        return new PlaceView(
                report.place().district(),
                report.place().street(),
                names.place(report.place().street()),
                report.place().community(),
                names.place(report.place().community()),
                report.place().grid(),
                names.place(report.place().grid()));
    }

    private static QueueView queue(Ticket.Queued ticket, Instant due, Names names, Instant now) {
        return new QueueView(
                ticket.reason(),
                ticket.candidates(),
                ticket.since(),
                due,
                Duration.between(now, due).toSeconds(),
                ticket.report().about(),
                WhistleView.OfferView.of(ticket, names.district()));
    }

    private static LegView leg(LegState state, Names names) {
        return switch (state) {
            case LegState.Open s -> leg(s, names, "open", s.acceptedAt(), null, null, null);
            case LegState.Paused s -> leg(s, names, "paused", s.acceptedAt(), s.pausedAt(), null, null);
            case LegState.Suspended s -> leg(s, names, "suspended", s.acceptedAt(), s.suspendedAt(), s.until(), null);
            case LegState.Completed s -> leg(s, names, "completed", s.acceptedAt(), null, null, s.completedAt());
        };
    }

    private static LegView leg(
            LegState state,
            Names names,
            String word,
            @Nullable Instant accepted,
            @Nullable Instant paused,
            @Nullable Instant suspendedUntil,
            @Nullable Instant completed) {
        return new LegView(
                state.leg().assignmentId(),
                state.leg().department(),
                names.department(state.leg().department()),
                state.leg().role(),
                word,
                accepted,
                paused,
                suspendedUntil,
                completed,
                state.leg().accept(),
                state.leg().handle(),
                state.leg().task(),
                WhistleView.RatingView.of(state.noted()));
    }
}
