package org.whistle.feedback.sla.store;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Has Flyway run {@link TallyMigration} after the numbered migrations; it lies outside the folder that is searched. */
@Singleton
public class TallyRulesMigrated implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(new TallyMigration());
    }
}
