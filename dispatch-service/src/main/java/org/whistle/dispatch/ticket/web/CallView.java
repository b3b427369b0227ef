package org.whistle.dispatch.ticket.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.district.District;
import org.whistle.district.WhistleRight;

/**
 * A ticket as people below the street see it when they whistle: who has it, how far they are, and whom they may call.
 *
 * @param whistle the whistle of the present round; absent when none was blown
 * @param rights with which whistle they may call whom here, by the district's data; empty when nobody
 */
@Schema(name = "Calls")
record CallView(
        UUID ticketId,
        String ticketNo,
        @Schema(examples = "dispatched") String state,
        long version,
        @Nullable String type,
        @Nullable String typeName,
        @Schema(examples = "地下车库积水两天无人处理。") String text,
        @Nullable String address,
        @Nullable CalledView whistle,
        List<BodyView> bodies,
        List<RightView> rights) {

    /** A whistle in short. */
    @Schema(name = "Call")
    record CalledView(
            Whistle.Kind kind,
            String subject,
            String venue,
            Instant meetAt,
            @Nullable Instant checkInBy) {}

    /** How far a body is. */
    @Schema(name = "CalledBody")
    record BodyView(
            UUID assignmentId,
            String department,
            @Nullable String departmentName,
            @Schema(examples = "open") String state,
            @Nullable Instant signedAt,
            @Nullable Instant checkedInAt,
            @Nullable String result,
            boolean rated) {}

    /** Whom one may call. */
    @Schema(name = "CallRight")
    record RightView(@Schema(examples = "residents") String kind, List<NamedBody> bodies) {}

    /** A body by its code and name. */
    @Schema(name = "CallableBody")
    record NamedBody(String department, @Nullable String name) {}

    static CallView of(Ticket ticket, long version, Set<String> roles, District district, Names names) {
        String type = ticket.lastOrder().map(Order::type).orElse(ticket.report().type());
        return new CallView(
                ticket.id(),
                ticket.report().ticketNo(),
                ticket.status().code(),
                version,
                type,
                names.type(type),
                ticket.report().text(),
                ticket.report().address(),
                ticket.lastOrder()
                        .map(Order::whistle)
                        .map(whistle -> new CalledView(
                                whistle.kind(),
                                whistle.subject(),
                                whistle.venue(),
                                whistle.meetAt(),
                                whistle.checkInBy()))
                        .orElse(null),
                ticket.legs().stream().map(state -> body(state, names)).toList(),
                rights(ticket, roles, district, names));
    }

    private static List<RightView> rights(Ticket ticket, Set<String> roles, District district, Names names) {
        String place = ticket.report().place().grid();
        return List.of(WhistleRight.BRANCH, WhistleRight.RESIDENTS).stream()
                .map(kind -> new RightView(
                        kind,
                        district.whistledFor(roles, kind, place).stream()
                                .filter(body ->
                                        !body.code().equals(ticket.report().about()))
                                .map(body -> new NamedBody(body.code(), names.text(body.name())))
                                .toList()))
                .filter(right -> !right.bodies().isEmpty())
                .toList();
    }

    private static BodyView body(LegState state, Names names) {
        var notes = state.noted();
        return new BodyView(
                state.leg().assignmentId(),
                state.leg().department(),
                names.department(state.leg().department()),
                word(state),
                state.acceptedAt(),
                notes.checkIn() == null ? null : notes.checkIn().at(),
                notes.result() == null ? null : notes.result().text(),
                notes.rating() != null);
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
