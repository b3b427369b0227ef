package org.whistle.chassis.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The web half of the chassis alone: no database, no broker. */
public final class WebOnly implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("whistle.service", "chassis"),
                Map.entry(
                        "quarkus.arc.exclude-types",
                        "org.whistle.chassis.outbox.**,org.whistle.chassis.inbox.**,org.whistle.chassis.store.**,"
                                + "org.whistle.chassis.audit.**,org.whistle.chassis.deadletter.**,"
                                + "org.whistle.chassis.photo.PhotoStore,"
                                + "org.whistle.chassis.photo.UnusedPhotos"),
                Map.entry("quarkus.hibernate-orm.enabled", "false"),
                Map.entry("quarkus.datasource.reactive", "false"),
                Map.entry("quarkus.datasource.jdbc", "false"),
                Map.entry("quarkus.flyway.migrate-at-start", "false"),
                Map.entry("quarkus.flyway.active", "false"),
                Map.entry("quarkus.datasource.active", "false"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TestIssuer.class));
    }
}
