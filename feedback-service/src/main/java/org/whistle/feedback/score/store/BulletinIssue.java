package org.whistle.feedback.score.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.Span;

/**
 * Issues the bulletins of district and streets soon after a period is over, so that they say how things stood then and
 * not when somebody first asked.
 */
@ApplicationScoped
class BulletinIssue {

    private static final Logger LOG = Logger.getLogger(BulletinIssue.class);

    /** What happened before midnight may be told a little after it. */
    private static final Duration LATE_NEWS = Duration.ofMinutes(10);

    private static final int STREET_DIGITS = 9;

    private final Bulletins bulletins;
    private final Districts districts;
    private final Clock clock;

    BulletinIssue(Bulletins bulletins, Districts districts, Clock clock) {
        this.bulletins = bulletins;
        this.districts = districts;
        this.clock = clock;
    }

    @Scheduled(
            every = "{whistle.bulletin.every:30m}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> issue() {
        Instant now = clock.instant();
        List<Span> over = Arrays.stream(Period.values())
                .map(period -> Span.of(period, now.atZone(Params.ZONE).toLocalDate()).previous())
                .filter(span -> span.isOver(now.minus(LATE_NEWS), Params.ZONE))
                .toList();
        return Multi.createFrom()
                .iterable(districts.names().places().keySet())
                .filter(code -> code.length() <= STREET_DIGITS)
                .onItem()
                .transformToUniAndConcatenate(code -> issue(over, new AreaScope(List.of(code), null), now))
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf("bulletins were not issued: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> issue(List<Span> spans, AreaScope scope, Instant now) {
        Uni<Void> issued = Uni.createFrom().voidItem();
        for (Span span : spans) {
            issued = issued.chain(() -> bulletins.of(span, scope, now)).replaceWithVoid();
        }
        return issued;
    }
}
