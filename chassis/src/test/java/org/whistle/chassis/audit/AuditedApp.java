package org.whistle.chassis.audit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A small service with a chain of its own, which tests may break. */
public final class AuditedApp implements QuarkusTestProfile {

    static final String SERVICE = "audited";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "whistle.service",
                SERVICE,
                "whistle.audit.key",
                "YXVkaXQgdGVzdHMga2VlcCBub3RoaW5nIHJlYWwhIQ==",
                "quarkus.scheduler.start-mode",
                "forced");
    }
}
