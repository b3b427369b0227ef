package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The street calls the bodies in dispute together (会商); all sides are heard before it decides for good (DOMAIN.md §3, returns).
 *
 * @param consultationId Id of this consultation
 * @param departments codes of the bodies heard. Absent means none
 * @param subject what is in dispute, at most 2 000 characters
 * @param venue where they meet, in words, at most 200 characters
 * @param meetAt when they meet
 * @param openedBy who called it
 * @param openedAt when it was called
 */
public record ConsultationOpened(
        UUID ticketId,
        UUID consultationId,
        List<String> departments,
        String subject,
        String venue,
        Instant meetAt,
        Actor openedBy,
        Instant openedAt)
        implements DispatchEvent {

    public ConsultationOpened {
        Require.present(ticketId, "ticketId");
        Require.present(consultationId, "consultationId");
        departments = Require.list(departments, 32, "departments");
        Require.text(subject, 2000, "subject");
        Require.text(venue, 200, "venue");
        Require.present(meetAt, "meetAt");
        Require.present(openedBy, "openedBy");
        Require.present(openedAt, "openedAt");
    }
}
