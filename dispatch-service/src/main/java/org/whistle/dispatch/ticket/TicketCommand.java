package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;

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

    /** Grants what a body asked for on its part: an extension or a suspension. */
    record ApproveRequest(UUID requestId, String reason, Actor by, Instant at) implements TicketCommand {}

    /** Refuses it; the clock runs on. */
    record RefuseRequest(UUID requestId, String reason, Actor by, Instant at) implements TicketCommand {}

    /** Ends a suspension before its time. */
    record EndSuspension(UUID requestId, String reason, Actor by, Instant at) implements TicketCommand {}

    /**
     * Calls the bodies in dispute together.
     *
     * @param departments codes of the bodies heard
     * @param subject what is in dispute
     * @param venue where they meet, in words
     */
    record OpenConsultation(
            List<String> departments, String subject, String venue, Instant meetAt, Actor by, Instant at)
            implements TicketCommand {

        public OpenConsultation {
            departments = List.copyOf(departments);
        }
    }

    /**
     * Decides for good after the bodies were heard.
     *
     * @param minutes what was said and decided
     * @param legalBasis the rule it rests on; null when none is named
     * @param lead the body that leads from now on
     */
    record ConcludeConsultation(
            UUID consultationId,
            String minutes,
            @Nullable String legalBasis,
            String lead,
            List<String> cooperating,
            Actor by,
            Instant at)
            implements TicketCommand {

        public ConcludeConsultation {
            cooperating = List.copyOf(cooperating);
        }
    }

    /** What every whistle says that calls bodies to a place at a time, whoever blows it. */
    sealed interface Call extends TicketCommand {

        /** Any but identification, which is {@link Identify}. */
        Whistle.Kind kind();

        /** What the bodies are called for. */
        String subject();

        /** Where to be, in words. */
        String venue();

        /** The meeting point; null for the ticket's. */
        @Nullable
        Position position();

        /** When to be there. */
        Instant meetAt();

        /** By when each must have checked in; null when this command does not say. */
        @Nullable
        Instant checkInBy();

        /** Why it is blown. */
        String reason();
    }

    /**
     * Whistles (吹哨): calls a lead and invitees to one place at one time; from the queue, or away from the bodies that have
     * the ticket.
     *
     * @param kind any but identification, which is {@link Identify}
     * @param subject what the bodies are called for
     * @param venue where to be, in words
     * @param position the meeting point; null for the ticket's
     * @param meetAt when to be there
     * @param checkInBy by when each must have checked in; null when nobody must, and for an emergency, where the policy
     *     says it
     * @param type corrected issue type; null keeps the present one
     * @param condition corrected condition; null keeps the present one
     */
    record BlowWhistle(
            Whistle.Kind kind,
            String subject,
            String venue,
            @Nullable Position position,
            Instant meetAt,
            @Nullable Instant checkInBy,
            String lead,
            List<String> invitees,
            @Nullable String type,
            @Nullable String condition,
            String reason,
            Actor by,
            Instant at)
            implements Call {

        public BlowWhistle {
            invitees = List.copyOf(invitees);
        }
    }

    /**
     * Whistles for the owner of an asset (认领): some bodies make it safe, the others say whether it is their own.
     *
     * @param candidates who is asked; empty for those the district's data names
     * @param makeSafe who makes it safe, the first of them leads; empty for those the district's data names
     * @param type corrected issue type; null keeps the present one
     * @param condition corrected condition; null keeps the present one
     */
    record Identify(
            String subject,
            String venue,
            List<String> candidates,
            List<String> makeSafe,
            @Nullable String type,
            @Nullable String condition,
            String reason,
            Actor by,
            Instant at)
            implements TicketCommand {

        public Identify {
            candidates = List.copyOf(candidates);
            makeSafe = List.copyOf(makeSafe);
        }
    }

    /**
     * Whistles from below the street (小区党支部吹哨、居民吹哨): calls bodies to the place and takes the ticket from nobody. Bodies
     * that have it stay, on their running clocks, and are called too.
     *
     * @param kind branch or residents
     * @param roles of who whistles; with the place they say whom they may call
     * @param checkInBy by when each must have checked in; null when nobody must
     * @param bodies who is called; of a ticket that nobody has the first of them leads
     */
    record CallTogether(
            Whistle.Kind kind,
            String subject,
            String venue,
            @Nullable Position position,
            Instant meetAt,
            @Nullable Instant checkInBy,
            List<String> bodies,
            String reason,
            Set<String> roles,
            Actor by,
            Instant at)
            implements Call {

        public CallTogether {
            bodies = List.copyOf(bodies);
            roles = Set.copyOf(roles);
        }
    }

    /** Rates what a body did when the branch or the residents had whistled for it (社区评价部门). */
    record RateCalled(
            UUID assignmentId,
            Satisfaction rating,
            @Nullable String comment,
            Actor by,
            Instant at) implements TicketCommand {}

    /** Rates a body's completed part (街道评价部门). */
    record RateLeg(
            UUID assignmentId,
            Satisfaction rating,
            @Nullable String comment,
            Actor by,
            Instant at) implements TicketCommand {}

    /**
     * Fixes the owner of the ticket's asset in the register for good.
     *
     * @param assetId number of the asset; null for the report's, or one made of the ticket's number
     */
    record RegisterAssetOwner(String department, @Nullable String assetId, String reason, Actor by, Instant at)
            implements TicketCommand {}
}
