package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The consultation decided who is responsible. The decision binds: no body may object any more. A dispatch follows.
 *
 * @param consultationId the consultation it ends
 * @param minutes what was said and decided, at most 4 000 characters
 * @param legalBasis the rule it rests on; absent when none was named, at most 500 characters
 * @param lead code of the body that leads from now on
 * @param cooperating codes of cooperating bodies. Absent means none
 */
public record ConsultationConcluded(
        UUID ticketId,
        UUID consultationId,
        String minutes,
        @Nullable String legalBasis,
        String lead,
        List<String> cooperating,
        Actor decidedBy,
        Instant decidedAt)
        implements DispatchEvent {

    public ConsultationConcluded {
        Require.present(ticketId, "ticketId");
        Require.present(consultationId, "consultationId");
        Require.text(minutes, 4000, "minutes");
        Require.optionalText(legalBasis, 500, "legalBasis");
        Require.text(lead, 64, "lead");
        cooperating = Require.list(cooperating, 32, "cooperating");
        Require.present(decidedBy, "decidedBy");
        Require.present(decidedAt, "decidedAt");
    }
}
