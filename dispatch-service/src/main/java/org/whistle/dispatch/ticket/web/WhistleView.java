package org.whistle.dispatch.ticket.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Position;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.dispatch.ticket.Identification;
import org.whistle.dispatch.ticket.LegNotes;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.OwnerCandidates;
import org.whistle.dispatch.ticket.PastLeg;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketStatus;
import org.whistle.district.District;

/**
 * The whistle of a ticket's present round.
 *
 * @param checkInBy by when each body must have checked in; absent when nobody must
 * @param parts what each body called has done, those whose return was approved last
 */
@Schema(name = "Whistle")
record WhistleView(
        UUID id,
        Whistle.Kind kind,
        @Schema(examples = "燃气管道被挖断，需现场处置。") String subject,
        @Schema(examples = "甸柳新村一区3号楼北侧路口") String venue,
        Position position,
        Instant meetAt,
        @Nullable Instant checkInBy,
        List<PartView> parts) {

    /**
     * What a body called has done.
     *
     * @param role absent when its return was approved before roles were kept
     * @param task make-safe or identify; absent when it is simply to handle the matter
     * @param state open, paused, suspended, completed or returned
     * @param signedAt when it signed for the whistle, by accepting; absent before
     */
    @Schema(name = "WhistlePart")
    record PartView(
            UUID assignmentId,
            @Schema(examples = "gas") String department,
            @Nullable String departmentName,
            @Nullable LegRole role,
            @Nullable LegTask task,
            @Schema(examples = "open") String state,
            @Nullable Instant signedAt,
            @Nullable CheckInView checkIn,
            @Nullable ResultView result,
            @Nullable RatingView rating) {}

    /**
     * A body on site.
     *
     * @param metres distance from the meeting point
     * @param inTime whether that was in time; absent when no time was set
     */
    @Schema(name = "CheckIn")
    record CheckInView(
            Instant at,
            Position position,
            @Schema(examples = "35") int metres,
            @Nullable Boolean inTime) {}

    /**
     * What a body reported.
     *
     * @param mine whether the asset is its own; absent when that was not asked
     */
    @Schema(name = "WhistleResult")
    record ResultView(
            @Schema(examples = "阀门已关闭，现场无泄漏。") String text,
            @Nullable Boolean mine) {}

    /** The street's rating. */
    @Schema(name = "Rating")
    record RatingView(Satisfaction rating, @Nullable String comment, String ratedBy, Instant ratedAt) {

        static @Nullable RatingView of(LegNotes notes) {
            LegNotes.Rating rating = notes.rating();
            return rating == null
                    ? null
                    : new RatingView(
                            rating.rating(), rating.comment(), rating.by().account(), rating.at());
        }
    }

    /**
     * Whom an identification whistle would ask, as the district's data says.
     *
     * @param makeSafe who would make it safe; empty when the street has to say
     */
    @Schema(name = "IdentificationOffer")
    record OfferView(List<String> candidates, List<String> makeSafe) {

        /** Offered while a ticket waits because nobody, or several, may own its asset. */
        static @Nullable OfferView of(Ticket ticket, District district) {
            if (!offered(ticket, district)) {
                return null;
            }
            OwnerCandidates named = OwnerCandidates.of(district);
            return new OfferView(named.candidates(), named.makeSafe());
        }

        private static boolean offered(Ticket ticket, District district) {
            return ticket instanceof Ticket.Queued queued
                    && (queued.reason() == TicketQueued.Reason.OWNER_UNKNOWN
                            || queued.reason() == TicketQueued.Reason.SEVERAL_ANSWERS)
                    && Identification.hasOwner(ticket, district);
        }
    }

    static @Nullable WhistleView of(Ticket ticket, Names names) {
        return ticket.lastOrder()
                .filter(order -> !ticket.legs().isEmpty() && order.whistle() != null)
                .map(order -> {
                    Whistle whistle = order.whistle();
                    Stream<PartView> present = ticket.legs().stream().map(state -> part(state, whistle, names));
                    Stream<PartView> returned = ticket.past().stream()
                            .filter(leg -> leg.round() == order.round() && leg.fate() == PastLeg.Fate.RETURNED)
                            .map(leg -> part(leg, whistle, names));
                    return new WhistleView(
                            whistle.whistleId(),
                            whistle.kind(),
                            whistle.subject(),
                            whistle.venue(),
                            whistle.position(),
                            whistle.meetAt(),
                            whistle.checkInBy(),
                            Stream.concat(present, returned).toList());
                })
                .orElse(null);
    }

    /** What a dispatcher may do about whistles and ratings, in the words of the commands' paths. */
    static List<String> actions(Ticket ticket, District district) {
        List<String> actions = new ArrayList<>();
        boolean goesOn = ticket.status() == TicketStatus.QUEUED && !ticket.consultationRequired()
                || ticket.status() == TicketStatus.DISPATCHED && !ticket.handled();
        if (goesOn) {
            actions.add("whistles");
            if (Identification.isOpenTo(ticket, district)) {
                actions.add("identification");
            }
        }
        ticket.legs().stream()
                .filter(state ->
                        state instanceof LegState.Completed && state.noted().rating() == null)
                .forEach(state -> actions.add("legs/" + state.leg().assignmentId() + "/rating"));
        ticket.past().stream()
                .filter(leg ->
                        leg.fate() == PastLeg.Fate.COMPLETED && leg.noted().rating() == null)
                .forEach(leg -> actions.add("legs/" + leg.assignmentId() + "/rating"));
        return actions;
    }

    private static PartView part(LegState state, Whistle whistle, Names names) {
        return part(
                state.leg().assignmentId(),
                state.leg().department(),
                state.leg().role(),
                state.leg().task(),
                word(state),
                state.acceptedAt(),
                state.noted(),
                whistle,
                names);
    }

    private static PartView part(PastLeg leg, Whistle whistle, Names names) {
        return part(
                leg.assignmentId(),
                leg.department(),
                leg.role(),
                leg.task(),
                "returned",
                leg.acceptedAt(),
                leg.noted(),
                whistle,
                names);
    }

    private static PartView part(
            UUID assignment,
            String department,
            @Nullable LegRole role,
            @Nullable LegTask task,
            String state,
            @Nullable Instant signedAt,
            LegNotes notes,
            Whistle whistle,
            Names names) {
        LegNotes.Result result = notes.result();
        return new PartView(
                assignment,
                department,
                names.department(department),
                role,
                task,
                state,
                signedAt,
                checkIn(notes.checkIn(), whistle.checkInBy()),
                result == null ? null : new ResultView(result.text(), result.mine()),
                RatingView.of(notes));
    }

    private static @Nullable CheckInView checkIn(LegNotes.@Nullable CheckIn checkIn, @Nullable Instant by) {
        return checkIn == null
                ? null
                : new CheckInView(
                        checkIn.at(),
                        checkIn.position(),
                        checkIn.metres(),
                        by == null ? null : !checkIn.at().isAfter(by));
    }

    private static String word(LegState state) {
        return switch (state) {
            case LegState.Open s -> "open";
            case LegState.Paused s -> "paused";
            case LegState.Suspended s -> "suspended";
            case LegState.Completed s -> "completed";
        };
    }
}
