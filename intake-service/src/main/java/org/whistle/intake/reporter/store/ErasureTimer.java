package org.whistle.intake.reporter.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.web.Params;

/** Removes personal data once its ticket has been closed for long enough. */
@ApplicationScoped
class ErasureTimer {

    private static final Logger LOG = Logger.getLogger(ErasureTimer.class);

    private final Erasure erasure;
    private final Clock clock;
    private final Period keep;

    /** @param keep how long after its ticket's closing personal data is kept, in ISO 8601 days, months or years */
    ErasureTimer(
            Erasure erasure,
            Clock clock,
            @ConfigProperty(name = "whistle.intake.personal-data.retention", defaultValue = "P3Y") String keep) {
        this.erasure = erasure;
        this.clock = clock;
        this.keep = Period.parse(keep);
        if (this.keep.isNegative() || this.keep.isZero()) {
            throw new IllegalArgumentException("whistle.intake.personal-data.retention must be more than nothing");
        }
    }

    @Scheduled(every = "6h", delayed = "25m")
    Uni<Void> run() {
        return erasure.expire(clock.instant().atZone(Params.ZONE).minus(keep).toInstant())
                .invoke(reports -> {
                    if (reports > 0) {
                        LOG.infof("personal data of %d reports was kept long enough and is removed", reports);
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("old personal data could not be removed: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
