package org.whistle.feedback.warning.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.warning.CountedTicket;

/** One of the tickets behind a number; see {@link CountedTicket}. */
@Schema(name = "CountedTicket")
public record CountedTicketView(
        UUID ticketId,
        @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
        String state,
        @Nullable UUID assignmentId,
        @Nullable Named department,
        @Nullable Named type,
        LoopView.PlaceView place,
        Instant at,
        @Nullable Instant dueAt) {

    /** With names in a language. */
    public static CountedTicketView of(CountedTicket ticket, Names names, Language language) {
        return new CountedTicketView(
                ticket.ticketId(),
                ticket.ticketNo(),
                ticket.state(),
                ticket.assignmentId(),
                Named.of(ticket.department(), names.departments(), language),
                Named.of(ticket.type(), names.types(), language),
                LoopView.PlaceView.of(ticket.grid(), names, language),
                ticket.at(),
                ticket.dueAt());
    }
}
