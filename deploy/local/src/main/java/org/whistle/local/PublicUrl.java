package org.whistle.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.whistle.local.state.StateDir;

/** Tells the identity provider when the front door has moved since the realm was made, such as to another port. */
final class PublicUrl {

    private final SystemAccess system;

    PublicUrl(SystemAccess system) {
        this.system = system;
    }

    void settle() {
        Path known = system.state().privateData(Part.KEYCLOAK.id()).resolve("url.txt");
        try {
            if (Files.exists(known) && Files.readString(known).strip().equals(system.url())) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        system.identity().setPublicUrl(system.url());
        StateDir.writePrivately(known, system.url() + "\n");
    }
}
