package org.whistle.intake.reporter.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.whistle.intake.reporter.DataKey;
import org.whistle.intake.reporter.KeyRing;
import org.whistle.intake.reporter.Pseudonyms;
import org.whistle.intake.reporter.TrackingCodes;
import org.whistle.intake.reporter.Vault;

/**
 * Makes what works with personal data, from {@code WHISTLE_DATA_KEY}; without that key the service does not start. It is
 * the first key of the ring and stays for good, because pseudonyms and tracking codes are made from it; later ones only seal.
 */
@ApplicationScoped
class ReporterKeys {

    @Produces
    @Singleton
    DataKey dataKey(
            @ConfigProperty(name = "WHISTLE_DATA_KEY") String key,
            @ConfigProperty(name = "whistle.intake.mac", defaultValue = "HmacSHA256") String mac) {
        return DataKey.ofBase64("WHISTLE_DATA_KEY", key, mac);
    }

    @Produces
    @Singleton
    Pseudonyms pseudonyms(DataKey key) {
        return new Pseudonyms(key);
    }

    @Produces
    @Singleton
    TrackingCodes trackingCodes(DataKey key) {
        return new TrackingCodes(key);
    }

    @Produces
    @Singleton
    Vault vault(
            DataKey key,
            @ConfigProperty(name = "whistle.intake.data-key") Optional<String> later,
            @ConfigProperty(name = "whistle.intake.mac", defaultValue = "HmacSHA256") String mac) {
        return new Vault(KeyRing.of(key, later.orElse(""), mac));
    }
}
