package org.whistle.chassis.audit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A small service with a chain of its own. */
public class AuditedApp implements QuarkusTestProfile {

    static final String SERVICE = "audited";

    private final String service;

    public AuditedApp() {
        this(SERVICE);
    }

    AuditedApp(String service) {
        this.service = service;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "whistle.service",
                service,
                "whistle.audit.key",
                "YXVkaXQgdGVzdHMga2VlcCBub3RoaW5nIHJlYWwhIQ==",
                "quarkus.scheduler.start-mode",
                "forced");
    }
}
