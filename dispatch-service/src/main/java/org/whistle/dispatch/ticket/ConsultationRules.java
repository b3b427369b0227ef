package org.whistle.dispatch.ticket;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.dispatch.ticket.Decision.Accepted;
import org.whistle.dispatch.ticket.Decision.Rejected;

/**
 * The rules of consultations (DOMAIN.md §3, returns): one re-route after a return, then the bodies are heard together, and
 * what the street decides then binds. Pure; only the consultation's id is drawn.
 */
final class ConsultationRules {

    private static final int MAX_REASON = 2000;

    private final TicketDecider decider;
    private final ReturnRules returns;
    private final Supplier<UUID> ids;

    ConsultationRules(TicketDecider decider, ReturnRules returns, Supplier<UUID> ids) {
        this.decider = decider;
        this.returns = returns;
        this.ids = ids;
    }

    /** Calls the bodies together. */
    Decision open(Ticket ticket, TicketCommand.OpenConsultation command) {
        Optional<Rejected> not = undisputed(ticket);
        if (not.isPresent()) {
            return not.get();
        }
        if (ticket.proceedings().openConsultation().isPresent()) {
            return new Rejected(Refusal.CONSULTATION_OPEN, "");
        }
        Optional<Rejected> wrong = decider.wrongBodies(command.departments());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        for (ReturnCase request : ticket.returns()) {
            if (request.pending() && !command.departments().contains(request.department())) {
                return new Rejected(Refusal.SIDE_NOT_HEARD, request.department());
            }
        }
        // People name minutes, and the present one has begun already.
        if (command.meetAt().isBefore(command.at().truncatedTo(ChronoUnit.MINUTES))) {
            return new Rejected(Refusal.MEETING_PAST, "");
        }
        return new Accepted(List.of(new ConsultationOpened(
                ticket.id(),
                ids.get(),
                command.departments(),
                command.subject(),
                command.venue(),
                command.meetAt(),
                command.by(),
                command.at())));
    }

    /** Decides for good: every undecided return with it, and the dispatch that follows. */
    Decision conclude(Ticket ticket, TicketCommand.ConcludeConsultation command) {
        Optional<Consultation> known = ticket.proceedings().consultation(command.consultationId());
        if (known.isEmpty()) {
            return new Rejected(
                    Refusal.CONSULTATION_UNKNOWN, command.consultationId().toString());
        }
        if (!known.get().open()) {
            return new Rejected(Refusal.CONSULTATION_CONCLUDED, "");
        }
        Optional<Rejected> not = undisputed(ticket);
        if (not.isPresent()) {
            return not.get();
        }
        List<DispatchEvent> events = new ArrayList<>();
        events.add(new ConsultationConcluded(
                ticket.id(),
                command.consultationId(),
                command.minutes(),
                command.legalBasis(),
                command.lead(),
                command.cooperating(),
                command.by(),
                command.at()));
        Ticket now = TicketEvolution.evolve(ticket, events.getFirst());
        for (ReturnCase request : ticket.returns()) {
            if (request.pending()) {
                DispatchEvent decided = decided((Ticket.Dispatched) now, request, command);
                events.add(decided);
                now = TicketEvolution.evolve(now, decided);
            }
        }
        return switch (dispatch(now, command)) {
            case Rejected rejected -> rejected;
            case Accepted accepted -> {
                events.addAll(accepted.events());
                yield new Accepted(events);
            }
        };
    }

    private Decision dispatch(Ticket ticket, TicketCommand.ConcludeConsultation command) {
        int ended = ticket instanceof Ticket.Queued queued
                ? queued.round()
                : ticket.lastOrder().map(Order::round).orElse(0);
        return decider.toBodies(
                ticket,
                ended + 1,
                new TicketCommand.Dispatch(
                        command.lead(),
                        command.cooperating(),
                        ticket.lastOrder().map(Order::urgency).orElse(null),
                        null,
                        null,
                        shortened(command.minutes()),
                        command.by(),
                        command.at()));
    }

    /** A body that stays was refused its return; one that does not was granted it. */
    private DispatchEvent decided(
            Ticket.Dispatched ticket, ReturnCase request, TicketCommand.ConcludeConsultation command) {
        Set<String> staying = new HashSet<>(command.cooperating());
        staying.add(command.lead());
        String reason = shortened(command.minutes());
        return staying.contains(request.department())
                ? returns.refused(
                        ticket,
                        request,
                        ticket.leg(request.assignmentId()).orElseThrow(),
                        reason,
                        command.by(),
                        command.at())
                : new ReturnApproved(
                        ticket.id(),
                        request.assignmentId(),
                        request.returnId(),
                        request.department(),
                        reason,
                        command.by(),
                        command.at());
    }

    private static Optional<Rejected> undisputed(Ticket ticket) {
        return RequestRules.over(ticket)
                .or(() -> ticket.handled() && ticket instanceof Ticket.Dispatched
                        ? Optional.of(new Rejected(Refusal.ALREADY_HANDLED, ""))
                        : Optional.empty());
    }

    private static String shortened(String minutes) {
        if (minutes.length() <= MAX_REASON) {
            return minutes;
        }
        int end = Character.isHighSurrogate(minutes.charAt(MAX_REASON - 2)) ? MAX_REASON - 2 : MAX_REASON - 1;
        return minutes.substring(0, end) + "…";
    }
}
