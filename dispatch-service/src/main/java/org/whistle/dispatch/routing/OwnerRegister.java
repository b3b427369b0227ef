package org.whistle.dispatch.routing;

import java.util.Optional;
import org.whistle.contracts.Position;

/** The owners the district has fixed since its register was loaded; they come before the register's own. */
public interface OwnerRegister {

    /** Knows nobody. */
    OwnerRegister NONE = new OwnerRegister() {
        @Override
        public Optional<RegisteredOwner> byId(String assetId) {
            return Optional.empty();
        }

        @Override
        public Optional<RegisteredOwner> nearest(String type, Position position, int metres) {
            return Optional.empty();
        }
    };

    /** The owner of the asset with this id. */
    Optional<RegisteredOwner> byId(String assetId);

    /** The owner of the nearest asset of a type within a distance. */
    Optional<RegisteredOwner> nearest(String type, Position position, int metres);
}
