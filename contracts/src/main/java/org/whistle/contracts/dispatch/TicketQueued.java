package org.whistle.contracts.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Require;

/**
 * No single body is the answer, so the ticket waits in the street's queue for a person.
 *
 * @param street the street whose queue it is in
 * @param candidates department codes the rules offered; empty when none
 * @param withheldFrom the body that the rules named and that is itself reported on, so that it does not get the ticket by
 *     itself; absent otherwise
 * @param round 0 before the first dispatch; the round that ended when a return brought it back
 */
public record TicketQueued(
        UUID ticketId,
        String street,
        Reason reason,
        List<String> candidates,
        int round,
        String policyVersion,
        Instant queuedAt,
        @Nullable String withheldFrom)
        implements DispatchEvent {

    public TicketQueued {
        Require.present(ticketId, "ticketId");
        Require.text(street, 9, "street");
        Require.present(reason, "reason");
        candidates = Require.list(candidates, 64, "candidates");
        Require.atLeast(round, 0, "round");
        Require.text(policyVersion, 64, "policyVersion");
        Require.present(queuedAt, "queuedAt");
        Require.optionalText(withheldFrom, 64, "withheldFrom");
    }

    /** A ticket that is withheld from nobody. */
    public TicketQueued(
            UUID ticketId,
            String street,
            Reason reason,
            List<String> candidates,
            int round,
            String policyVersion,
            Instant queuedAt) {
        this(ticketId, street, reason, candidates, round, policyVersion, queuedAt, null);
    }

    /** Why a person must decide. */
    public enum Reason {
        /** The report carries no type. */
        @JsonProperty("unclassified")
        UNCLASSIFIED,
        /** No rule answers. */
        @JsonProperty("no-answer")
        NO_ANSWER,
        /** Rules name more than one body as lead. */
        @JsonProperty("several-answers")
        SEVERAL_ANSWERS,
        /** The owner of the asset is not in the register. */
        @JsonProperty("owner-unknown")
        OWNER_UNKNOWN,
        /** A return was approved without naming another body. */
        @JsonProperty("returned")
        RETURNED
    }
}
