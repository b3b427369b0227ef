package org.whistle.testkit;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.whistle.contracts.Topics;

/** Gives a service under test the environment it has in production: see {@link WithWhistle}. */
public final class WhistleResource implements QuarkusTestResourceConfigurableLifecycleManager<WithWhistle> {

    /** 256 bits for whatever a service encrypts at rest, base64. */
    public static final String DATA_KEY =
            Base64.getEncoder().encodeToString("whistle-tests-keep-nothing-real!".getBytes());

    private String service = "";
    private String[] topics = {};

    @Override
    public void init(WithWhistle annotation) {
        service = annotation.service();
        topics = annotation.topics();
    }

    /** The same by arguments, for {@code @QuarkusTestResource}: {@code service}, and {@code topics} with commas. */
    @Override
    public void init(Map<String, String> arguments) {
        if (arguments.containsKey("service")) {
            service = arguments.get("service");
            topics = Stream.of(arguments.getOrDefault("topics", "").split(","))
                    .filter(topic -> !topic.isBlank())
                    .toArray(String[]::new);
        }
    }

    @Override
    public Map<String, String> start() {
        Stores stores = Stores.shared();
        stores.database(service);
        stores.createTopics(Stream.concat(Stream.of(Topics.JOURNAL, Topics.deadLetter(service)), Stream.of(topics))
                .distinct()
                .toArray(String[]::new));
        return environment(stores);
    }

    private static Map<String, String> environment(Stores stores) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("WHISTLE_DB_HOST", Stores.HOST);
        environment.put("WHISTLE_DB_PORT", String.valueOf(stores.postgresPort()));
        environment.put("WHISTLE_DB_PASSWORD", Database.PASSWORD);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", stores.bootstrapServers());
        environment.put("kafka.bootstrap.servers", stores.bootstrapServers());
        environment.put("WHISTLE_DATA_KEY", DATA_KEY);
        environment.put("quarkus.http.test-port", "0");
        // Each client prints its whole configuration at info.
        environment.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        // With a public key and no server, quarkus-oidc checks signature, issuer and expiry by itself. An empty value
        // counts as absent, whatever the service's own settings say.
        environment.put("WHISTLE_OIDC_URL", "");
        environment.put("WHISTLE_OIDC_ISSUER", Tokens.ISSUER);
        environment.put("quarkus.oidc.auth-server-url", "");
        environment.put("quarkus.oidc.public-key", Tokens.publicKey());
        environment.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        return environment;
    }

    /** Nothing to stop: broker and database serve the whole JVM and end with it. */
    @Override
    public void stop() {}
}
