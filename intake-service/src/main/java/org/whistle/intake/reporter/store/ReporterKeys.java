package org.whistle.intake.reporter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.whistle.intake.reporter.DataKey;
import org.whistle.intake.reporter.Pseudonyms;
import org.whistle.intake.reporter.Vault;

/** Makes what works with personal data, from {@code WHISTLE_DATA_KEY}; without that key the service does not start. */
@ApplicationScoped
class ReporterKeys {

    @Produces
    @Singleton
    DataKey dataKey(@ConfigProperty(name = "WHISTLE_DATA_KEY") String key) {
        return DataKey.ofBase64(key);
    }

    @Produces
    @Singleton
    Pseudonyms pseudonyms(DataKey key) {
        return new Pseudonyms(key);
    }

    @Produces
    @Singleton
    Vault vault(DataKey key) {
        return new Vault(key);
    }
}
