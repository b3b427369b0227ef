package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Urgency;

/** What the street's dispatcher decides. Time and person come in with the command. */
public sealed interface TicketCommand {

    /** Who decides. */
    Actor by();

    /** When. */
    Instant at();

    /**
     * Sends the ticket to a body (直办), or to a lead and cooperating bodies (联办); from the queue, or away from the bodies
     * that have it (转办).
     *
     * @param cooperating codes of cooperating bodies, without the lead
     * @param urgency another urgency than the catalogue's; null keeps it
     * @param type corrected issue type; null keeps the present one
     * @param condition corrected condition; null keeps the present one
     */
    record Dispatch(
            String lead,
            List<String> cooperating,
            @Nullable Urgency urgency,
            @Nullable String type,
            @Nullable String condition,
            String reason,
            Actor by,
            Instant at)
            implements TicketCommand {

        public Dispatch {
            cooperating = List.copyOf(cooperating);
        }
    }

    /**
     * Says that the matter belongs elsewhere.
     *
     * @param channel the right channel in words
     * @param explanation what the reporter is told
     */
    record RefuseAcceptance(String channel, String explanation, Actor by, Instant at) implements TicketCommand {}

    /**
     * Agrees with a body's objection.
     *
     * @param lead the body that gets the ticket at once; null sends it to the queue
     * @param cooperating bodies that cooperate with that lead
     */
    record ApproveReturn(
            UUID returnId, String reason, @Nullable String lead, List<String> cooperating, Actor by, Instant at)
            implements TicketCommand {

        public ApproveReturn {
            cooperating = List.copyOf(cooperating);
        }
    }

    /** Holds the body responsible. */
    record RefuseReturn(UUID returnId, String reason, Actor by, Instant at) implements TicketCommand {}
}
