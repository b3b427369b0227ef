package org.whistle.dispatch.ticket.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.ticket.Consultation;
import org.whistle.dispatch.ticket.LegRequest;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.Pause;
import org.whistle.dispatch.ticket.Ticket;

/** What was asked, consulted and paused on a ticket, as it is shown. */
final class ProceedingsView {

    private ProceedingsView() {}

    /**
     * An extension or a suspension that a department asked for.
     *
     * @param kind extension or suspension
     * @param state pending, granted or refused
     * @param until the end of the suspension asked for; only then
     */
    @Schema(name = "Request")
    record RequestView(
            @Schema(examples = "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d0aa")
            UUID id,

            @Schema(examples = "extension") String kind,
            UUID assignmentId,
            @Schema(examples = "water-supply") String department,
            @Nullable String departmentName,
            @Schema(examples = "pending") String state,
            @Schema(examples = "需要等待备件。") String reason,
            @Nullable Instant until,
            List<UUID> photos,
            String requestedBy,
            String endorsedBy,
            Instant requestedAt,
            @Nullable String decisionReason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static RequestView of(LegRequest request, Names names) {
            LegRequest.Decided decided = request.decision();
            return new RequestView(
                    request.requestId(),
                    request.kind().code(),
                    request.assignmentId(),
                    request.department(),
                    names.department(request.department()),
                    decided == null ? "pending" : decided.granted() ? "granted" : "refused",
                    request.reason(),
                    request.until(),
                    request.photos(),
                    request.requestedBy().account(),
                    request.endorsedBy().account(),
                    request.requestedAt(),
                    decided == null ? null : decided.reason(),
                    decided == null ? null : decided.by().account(),
                    decided == null ? null : decided.at());
        }
    }

    /**
     * A consultation.
     *
     * @param state open or concluded
     */
    @Schema(name = "Consultation")
    record ConsultationView(
            UUID id,
            @Schema(examples = "open") String state,

            @Schema(examples = "[\"water-supply\", \"drainage\"]")
            List<String> departments,

            @Schema(examples = "井盖归属") String subject,
            @Schema(examples = "街道办事处二楼会议室") String venue,
            Instant meetAt,
            String openedBy,
            Instant openedAt,
            @Nullable String minutes,
            @Nullable String legalBasis,
            @Nullable String lead,
            @Nullable String leadName,
            List<String> cooperating,
            @Nullable String concludedBy,
            @Nullable Instant concludedAt) {

        static ConsultationView of(Consultation consultation, Names names) {
            Consultation.Outcome outcome = consultation.outcome();
            return new ConsultationView(
                    consultation.consultationId(),
                    outcome == null ? "open" : "concluded",
                    consultation.departments(),
                    consultation.subject(),
                    consultation.venue(),
                    consultation.meetAt(),
                    consultation.openedBy().account(),
                    consultation.openedAt(),
                    outcome == null ? null : outcome.minutes(),
                    outcome == null ? null : outcome.legalBasis(),
                    outcome == null ? null : outcome.lead(),
                    outcome == null ? null : names.department(outcome.lead()),
                    outcome == null ? List.of() : outcome.cooperating(),
                    outcome == null ? null : outcome.by().account(),
                    outcome == null ? null : outcome.at());
        }
    }

    /**
     * A time during which a handling clock stood still.
     *
     * @param cause return or suspension
     * @param ref the return or the request that paused it
     * @param to null while it stands still
     */
    @Schema(name = "Pause")
    record PauseView(
            UUID assignmentId,
            @Schema(examples = "suspension") String cause,
            UUID ref,
            Instant from,
            @Nullable Instant to) {

        static PauseView of(Pause pause) {
            return new PauseView(pause.assignmentId(), pause.cause().code(), pause.ref(), pause.from(), pause.to());
        }
    }

    static List<RequestView> requests(Ticket ticket, Names names) {
        return ticket.proceedings().requests().stream()
                .map(request -> RequestView.of(request, names))
                .toList();
    }

    static List<ConsultationView> consultations(Ticket ticket, Names names) {
        return ticket.proceedings().consultations().stream()
                .map(consultation -> ConsultationView.of(consultation, names))
                .toList();
    }

    static List<PauseView> pauses(Ticket ticket) {
        return ticket.proceedings().pauses().stream().map(PauseView::of).toList();
    }

    /** What a dispatcher may decide of it now, in the words of the commands' paths. */
    static List<String> actions(Ticket ticket) {
        return switch (ticket) {
            case Ticket.Queued t -> consultationActions(t);
            case Ticket.Dispatched t -> {
                List<String> actions = new ArrayList<>();
                for (LegRequest request : t.proceedings().requests()) {
                    if (request.pending()) {
                        actions.add("requests/" + request.requestId() + "/approval");
                        actions.add("requests/" + request.requestId() + "/refusal");
                    }
                    if (t.suspended(request.requestId()).isPresent()) {
                        actions.add("suspensions/" + request.requestId() + "/end");
                    }
                }
                actions.addAll(consultationActions(t));
                yield actions;
            }
            case Ticket.Merged t -> List.of();
            case Ticket.NotAccepted t -> List.of();
            case Ticket.Closed t -> List.of();
        };
    }

    /** A consultation can be called at any time; it is offered where somebody has objected. */
    private static List<String> consultationActions(Ticket ticket) {
        if (ticket.lead().filter(LegState.Completed.class::isInstance).isPresent()) {
            return List.of();
        }
        return ticket.proceedings()
                .openConsultation()
                .map(open -> List.of("consultations/" + open.consultationId() + "/conclusion"))
                .orElse(ticket.returns().isEmpty() ? List.of() : List.of("consultations"));
    }
}
