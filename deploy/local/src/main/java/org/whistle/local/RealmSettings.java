package org.whistle.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.whistle.local.identity.Realm;
import org.whistle.local.state.StateDir;

/**
 * Tells the identity provider what has changed since its realm was made: the front door has moved, such as to another port, or
 * this version wants something of the realm that the one which made it did not.
 */
final class RealmSettings {

    private final SystemAccess system;

    RealmSettings(SystemAccess system) {
        this.system = system;
    }

    void settle() {
        Path known = system.state().privateData(Part.KEYCLOAK.id()).resolve("settled.txt");
        String wanted = system.url() + "\n" + Realm.version() + "\n";
        try {
            if (Files.exists(known) && Files.readString(known).equals(wanted)) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        system.identity().setRealm(system.url());
        StateDir.writePrivately(known, wanted);
    }
}
