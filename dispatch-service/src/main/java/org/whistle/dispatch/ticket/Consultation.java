package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;

/**
 * A consultation (会商): the bodies in dispute are heard, then the street decides for good (DOMAIN.md §3, returns).
 *
 * @param departments codes of the bodies heard
 * @param outcome null until it is concluded
 */
public record Consultation(
        UUID consultationId,
        List<String> departments,
        String subject,
        String venue,
        Instant meetAt,
        Actor openedBy,
        Instant openedAt,
        @Nullable Outcome outcome) {

    public Consultation {
        departments = List.copyOf(departments);
    }

    static Consultation of(ConsultationOpened event) {
        return new Consultation(
                event.consultationId(),
                event.departments(),
                event.subject(),
                event.venue(),
                event.meetAt(),
                event.openedBy(),
                event.openedAt(),
                null);
    }

    /** Whether it is still to be held or concluded. */
    public boolean open() {
        return outcome == null;
    }

    Consultation concluded(ConsultationConcluded event) {
        return new Consultation(
                consultationId,
                departments,
                subject,
                venue,
                meetAt,
                openedBy,
                openedAt,
                new Outcome(
                        event.minutes(),
                        event.legalBasis(),
                        event.lead(),
                        event.cooperating(),
                        event.decidedBy(),
                        event.decidedAt()));
    }

    /**
     * What it decided.
     *
     * @param minutes what was said and decided
     * @param legalBasis the rule it rests on; null when none was named
     * @param lead code of the body that leads from then on
     */
    public record Outcome(
            String minutes, @Nullable String legalBasis, String lead, List<String> cooperating, Actor by, Instant at) {

        public Outcome {
            cooperating = cooperating == null ? List.of() : List.copyOf(cooperating);
        }
    }
}
