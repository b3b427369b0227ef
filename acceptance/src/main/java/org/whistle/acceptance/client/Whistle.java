package org.whistle.acceptance.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.whistle.local.SystemAccess;

/** The system as its users meet it: through the front door, each with an account. */
public final class Whistle {

    private final SystemAccess system;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public Whistle(SystemAccess system) {
        this.system = system;
    }

    /**
     * The local system whose state folder {@code WHISTLE_HOME} names, by default {@code .whistle}.
     *
     * @throws org.whistle.local.text.LocalException when none runs there
     */
    public static Whistle running() {
        return new Whistle(SystemAccess.attach(Path.of(System.getenv().getOrDefault("WHISTLE_HOME", ".whistle"))));
    }

    /** How to reach it. */
    public SystemAccess system() {
        return system;
    }

    /** A user by account name; signs in at the first call. */
    public User as(String account) {
        return new User(URI.create(system.url()), http, system, account);
    }
}
