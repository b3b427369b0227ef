package org.whistle.intake.grid.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says which district is in use. Up without one too: it is loaded through this very service. */
@Readiness
@ApplicationScoped
class DistrictHealth implements HealthCheck {

    private final Districts districts;

    DistrictHealth(Districts districts) {
        this.districts = districts;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("district")
                .up()
                .withData(
                        "version",
                        districts
                                .current()
                                .map(loaded -> loaded.gazetteer().district().version())
                                .orElse("none"))
                .build();
    }
}
