package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.SuspensionRefused;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.ticket.Decision.Accepted;
import org.whistle.dispatch.ticket.Decision.Rejected;
import org.whistle.district.Policy;

/** The rules of extensions and suspensions (DOMAIN.md §4): what is refused by itself, and what the street may decide. Pure. */
final class RequestRules {

    private static final String PENDING = "上一申请尚未答复，不能再次申请。An earlier request is still undecided.";
    private static final String RETURNING = "退单尚未决定，不能申请。A return is still undecided.";
    private static final String RESTING = "任务正在挂账，不能申请。The part is suspended.";
    private static final String HANDLED = "任务已确认处置完毕，不能申请。The part has been confirmed as handled.";
    private static final String LATE = "申请时已超过处置时限，不能延期。An extension must be asked for before the limit has passed.";
    private static final String END_PAST = "挂账截止时间必须晚于现在。A suspension must end in the future.";

    private RequestRules() {}

    /**
     * The automatic refusal of a request that just came; empty when the street has to decide.
     *
     * @param before the ticket before the request
     * @param after the ticket with it
     */
    static List<DispatchEvent> onRequest(
            Ticket before, Ticket after, UUID requestId, PolicyVersion policy, Instant at) {
        Optional<LegRequest> asked = after.proceedings().request(requestId);
        if (asked.isEmpty() || before.proceedings().request(requestId).isPresent()) {
            return List.of();
        }
        LegRequest request = asked.get();
        LegState state = after.leg(request.assignmentId()).orElseThrow();
        return notAtWork(state)
                .or(() -> before.proceedings().pending(request.assignmentId()).map(earlier -> PENDING))
                .or(() -> switch (request.kind()) {
                    case EXTENSION -> extensionRefusal(before, state, request, policy);
                    case SUSPENSION -> suspensionRefusal(before, request, policy, at);
                })
                .<List<DispatchEvent>>map(reason -> List.of(refused(after, request, reason, Actor.SYSTEM, at)))
                .orElse(List.of());
    }

    private static Optional<String> notAtWork(LegState state) {
        return switch (state) {
            case LegState.Open s -> Optional.empty();
            case LegState.Paused s -> Optional.of(RETURNING);
            case LegState.Suspended s -> Optional.of(RESTING);
            case LegState.Completed s -> Optional.of(HANDLED);
        };
    }

    private static Optional<String> extensionRefusal(
            Ticket before, LegState state, LegRequest request, PolicyVersion policy) {
        if (request.requestedAt().isAfter(state.leg().handle().dueAt())) {
            return Optional.of(LATE);
        }
        int most = policy.district().policy().maxExtensions();
        return before.proceedings().granted(request.kind(), request.department()) >= most
                ? Optional.of(
                        "本工单已批准延期 " + most + " 次，不能再延。No more than " + most + " extensions are granted on a ticket.")
                : Optional.empty();
    }

    private static Optional<String> suspensionRefusal(
            Ticket before, LegRequest request, PolicyVersion policy, Instant at) {
        Policy figures = policy.district().policy();
        int most = figures.maxSuspensions();
        if (before.proceedings().granted(request.kind(), request.department()) >= most) {
            return Optional.of(
                    "本工单已挂账 " + most + " 次，不能再次挂账。No more than " + most + " suspensions are granted on a ticket.");
        }
        Instant until = until(request);
        if (!until.isAfter(at)) {
            return Optional.of(END_PAST);
        }
        Instant latest = policy.time().plus(at, figures.suspensionLimit(), request.department());
        return until.isAfter(latest)
                ? Optional.of("挂账最长至 " + latest + "。A suspension may last until " + latest + " at most.")
                : Optional.empty();
    }

    /** The street grants. */
    static Decision approve(Ticket ticket, TicketCommand.ApproveRequest command, PolicyVersion policy) {
        return onPending(ticket, command.requestId(), (t, request) -> {
            LegState state = t.leg(request.assignmentId()).orElseThrow();
            return switch (state) {
                case LegState.Open s -> granted(t, s, request, command, policy);
                case LegState.Paused s -> new Rejected(Refusal.RETURN_UNDECIDED, "");
                // A part that rests or is handled has nothing undecided.
                case LegState.Suspended s -> new Rejected(Refusal.REQUEST_DECIDED, "");
                case LegState.Completed s -> new Rejected(Refusal.REQUEST_DECIDED, "");
            };
        });
    }

    private static Decision granted(
            Ticket.Dispatched ticket,
            LegState.Open state,
            LegRequest request,
            TicketCommand.ApproveRequest command,
            PolicyVersion policy) {
        return switch (request.kind()) {
            case EXTENSION ->
                new Accepted(List.of(new ExtensionGranted(
                        ticket.id(),
                        request.assignmentId(),
                        request.department(),
                        request.requestId(),
                        ticket.proceedings().granted(request.kind(), request.department()) + 1,
                        command.reason(),
                        policy.time()
                                .extend(
                                        state.leg().handle(),
                                        LegLimits.of(ticket.order(), state.leg(), policy),
                                        request.department()),
                        command.by(),
                        command.at())));
            case SUSPENSION ->
                until(request).isAfter(command.at())
                        ? new Accepted(List.of(new SuspensionGranted(
                                ticket.id(),
                                request.assignmentId(),
                                request.department(),
                                request.requestId(),
                                command.reason(),
                                until(request),
                                command.by(),
                                command.at())))
                        : new Rejected(Refusal.SUSPENSION_OVER, "");
        };
    }

    /** The street refuses. */
    static Decision refuse(Ticket ticket, TicketCommand.RefuseRequest command) {
        return onPending(
                ticket,
                command.requestId(),
                (t, request) ->
                        new Accepted(List.of(refused(t, request, command.reason(), command.by(), command.at()))));
    }

    /** The street ends a suspension early. */
    static Decision end(Ticket ticket, TicketCommand.EndSuspension command, PolicyVersion policy) {
        Optional<Rejected> over = over(ticket);
        if (over.isPresent()) {
            return over.get();
        }
        if (ticket.proceedings().request(command.requestId()).isEmpty()) {
            return new Rejected(Refusal.REQUEST_UNKNOWN, command.requestId().toString());
        }
        return ticket.suspended(command.requestId())
                .<Decision>map(state -> new Accepted(List.of(
                        TicketTimers.resumed(ticket, state, policy, command.by(), command.reason(), command.at()))))
                .orElse(new Rejected(Refusal.NOT_SUSPENDED, ""));
    }

    private static Decision onPending(Ticket ticket, UUID requestId, OnRequest then) {
        Optional<Rejected> over = over(ticket);
        if (over.isPresent()) {
            return over.get();
        }
        Optional<LegRequest> request = ticket.proceedings().request(requestId);
        if (request.isEmpty()) {
            return new Rejected(Refusal.REQUEST_UNKNOWN, requestId.toString());
        }
        return request.get().pending() && ticket instanceof Ticket.Dispatched t
                ? then.decide(t, request.get())
                : new Rejected(Refusal.REQUEST_DECIDED, "");
    }

    /** Whether nothing can be decided about the ticket any more. */
    static Optional<Rejected> over(Ticket ticket) {
        return switch (ticket) {
            case Ticket.Queued t -> Optional.empty();
            case Ticket.Dispatched t -> Optional.empty();
            case Ticket.Merged t ->
                Optional.of(new Rejected(Refusal.TICKET_MERGED, t.into().toString()));
            case Ticket.NotAccepted t -> Optional.of(new Rejected(Refusal.TICKET_ENDED, ""));
            case Ticket.Closed t -> Optional.of(new Rejected(Refusal.TICKET_ENDED, ""));
        };
    }

    private static DispatchEvent refused(Ticket ticket, LegRequest request, String reason, Actor by, Instant at) {
        return switch (request.kind()) {
            case EXTENSION ->
                new ExtensionRefused(
                        ticket.id(), request.assignmentId(), request.department(), request.requestId(), reason, by, at);
            case SUSPENSION ->
                new SuspensionRefused(
                        ticket.id(), request.assignmentId(), request.department(), request.requestId(), reason, by, at);
        };
    }

    private static Instant until(LegRequest request) {
        return Objects.requireNonNull(request.until(), "a suspension has an end");
    }

    @FunctionalInterface
    private interface OnRequest {
        Decision decide(Ticket.Dispatched ticket, LegRequest request);
    }
}
