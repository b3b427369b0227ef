package org.whistle.dispatch.policy.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Says whether there is a policy to decide under; without one the service lives and waits for it. */
@Liveness
@ApplicationScoped
class PolicyReadiness implements HealthCheck {

    private final Policies policies;

    PolicyReadiness(Policies policies) {
        this.policies = policies;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("policy")
                .withData("version", policies.info().map(info -> info.version()).orElse("none"))
                .up()
                .build();
    }
}
