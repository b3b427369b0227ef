package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What has been asked, consulted and paused on a ticket, over all its rounds. Tickets stored before there were such things
 * have none.
 *
 * @param requests extensions and suspensions asked for, in the order they came
 * @param consultations consultations, in the order they were opened
 * @param pauses every time a handling clock stood still, in the order it stopped
 */
public record Proceedings(List<LegRequest> requests, List<Consultation> consultations, List<Pause> pauses) {

    /** Nothing yet. */
    public static final Proceedings NONE = new Proceedings(List.of(), List.of(), List.of());

    public Proceedings {
        requests = listed(requests);
        consultations = listed(consultations);
        pauses = listed(pauses);
    }

    /** The request with this id. */
    public Optional<LegRequest> request(UUID requestId) {
        return requests.stream()
                .filter(request -> request.requestId().equals(requestId))
                .findFirst();
    }

    /** The undecided request of a part; there is one at most. */
    public Optional<LegRequest> pending(UUID assignmentId) {
        return requests.stream()
                .filter(request -> request.pending() && request.assignmentId().equals(assignmentId))
                .findFirst();
    }

    /** How many requests of a kind this body was granted on the ticket. */
    public int granted(LegRequest.Kind kind, String department) {
        return (int) requests.stream()
                .filter(request -> request.granted()
                        && request.kind() == kind
                        && request.department().equals(department))
                .count();
    }

    /** The consultation with this id. */
    public Optional<Consultation> consultation(UUID consultationId) {
        return consultations.stream()
                .filter(known -> known.consultationId().equals(consultationId))
                .findFirst();
    }

    /** The consultation that is still to be held or concluded. */
    public Optional<Consultation> openConsultation() {
        return consultations.stream().filter(Consultation::open).findFirst();
    }

    /** Whether a consultation has decided for good who is responsible. */
    public boolean consulted() {
        return consultations.stream().anyMatch(consultation -> !consultation.open());
    }

    Proceedings asked(LegRequest request) {
        return new Proceedings(with(requests, request), consultations, pauses);
    }

    Proceedings opened(Consultation consultation) {
        return new Proceedings(requests, with(consultations, consultation), pauses);
    }

    Proceedings paused(Pause pause) {
        return new Proceedings(requests, consultations, with(pauses, pause));
    }

    /** The request with this id is changed. */
    Proceedings onRequest(UUID requestId, UnaryOperator<LegRequest> change) {
        return new Proceedings(
                changed(requests, request -> request.requestId().equals(requestId), change), consultations, pauses);
    }

    /** The consultation with this id is changed. */
    Proceedings onConsultation(UUID consultationId, UnaryOperator<Consultation> change) {
        return new Proceedings(
                requests,
                changed(consultations, known -> known.consultationId().equals(consultationId), change),
                pauses);
    }

    /** The running pause of a part ends; without one nothing changes. */
    Proceedings resumed(UUID assignmentId, Instant at) {
        return new Proceedings(
                requests,
                consultations,
                changed(
                        pauses,
                        pause -> pause.running() && pause.assignmentId().equals(assignmentId),
                        pause -> pause.until(at)));
    }

    /** A part ends or is handled: its pause ends, and what it still asked for lapses. */
    Proceedings ended(UUID assignmentId, Instant at) {
        Proceedings going = resumed(assignmentId, at);
        return new Proceedings(
                changed(
                        going.requests,
                        request -> request.pending() && request.assignmentId().equals(assignmentId),
                        request -> request.lapsed(at)),
                going.consultations,
                going.pauses);
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    private static <T> List<T> changed(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream()
                .map(item -> which.test(item) ? change.apply(item) : item)
                .toList();
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
