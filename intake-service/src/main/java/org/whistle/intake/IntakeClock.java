package org.whistle.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.whistle.chassis.web.Params;

/** The clock of the service; the domain gets its time from commands. */
@ApplicationScoped
class IntakeClock {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(Params.ZONE);
    }
}
