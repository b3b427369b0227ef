package org.whistle.chassis.work;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A small service of one class's own, which ends before its time. */
public final class EndingApp implements QuarkusTestProfile {

    static final String SERVICE = "ending";

    /** Set where the beans of the small service are wanted. */
    static final String SWITCH = "whistle.chassis.ending-app";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("whistle.service", SERVICE, SWITCH, "true", "quarkus.scheduler.start-mode", "forced");
    }
}
