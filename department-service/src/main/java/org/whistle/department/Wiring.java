package org.whistle.department;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.whistle.department.assignment.Decider;
import org.whistle.department.assignment.Rules;

/** Puts the rules of the city, out of the configuration, and the clock in place. */
class Wiring {

    /**
     * @param photosMin how many photos a completion needs, 0 to 9; 0 by default, so that departments without cameras
     *     and departments that answer over Kafka can complete
     * @param returnRoles who may ask for a return: {@code handler}, {@code manager}; both by default
     */
    @Produces
    @Singleton
    Decider decider(
            @ConfigProperty(name = "whistle.completion.photos.min", defaultValue = "0") int photosMin,
            @ConfigProperty(name = "whistle.returns.role", defaultValue = "handler,manager") Set<String> returnRoles) {
        return new Decider(new Rules(photosMin, returnRoles));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
