package org.whistle.chassis.messaging;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The messaging half of the chassis in a small service: one channel, one handler, one table. */
public final class MessagingApp implements QuarkusTestProfile {

    /** Name of the service, its database and its login. */
    public static final String SERVICE = "chassis";

    /** What the small service consumes. */
    public static final String STORY = "chassis.story";

    /** Set where the beans of the small service are wanted. */
    static final String SWITCH = "whistle.chassis.messaging-app";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "whistle.service",
                SERVICE,
                SWITCH,
                "true",
                "mp.messaging.incoming.story.connector",
                "smallrye-kafka",
                "mp.messaging.incoming.story.topic",
                STORY);
    }
}
