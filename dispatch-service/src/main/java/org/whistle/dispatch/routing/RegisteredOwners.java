package org.whistle.dispatch.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Position;
import org.whistle.district.Coordinates;

/** Fixed owners in memory, by id and by place; one may be added while others read. */
public final class RegisteredOwners implements OwnerRegister {

    private static final double METRES_PER_DEGREE = 111_000;

    private final Map<String, RegisteredOwner> byId = new ConcurrentHashMap<>();
    /** By type, then from south to north; the id tells two on one parallel apart. */
    private final Map<String, NavigableMap<Place, RegisteredOwner>> byPlace = new ConcurrentHashMap<>();

    /** Adds owners; one fixed anew takes the place of the one before. */
    public synchronized void addAll(Collection<RegisteredOwner> owners) {
        for (RegisteredOwner owner : owners) {
            @Nullable RegisteredOwner before = byId.put(owner.assetId(), owner);
            if (before != null) {
                places(before.type()).remove(Place.of(before));
            }
            places(owner.type()).put(Place.of(owner), owner);
        }
    }

    @Override
    public Optional<RegisteredOwner> byId(String assetId) {
        return Optional.ofNullable(byId.get(assetId));
    }

    @Override
    public Optional<RegisteredOwner> nearest(String type, Position position, int metres) {
        @Nullable NavigableMap<Place, RegisteredOwner> all = byPlace.get(type);
        if (all == null) {
            return Optional.empty();
        }
        double degrees = metres / METRES_PER_DEGREE;
        Place south = new Place(position.latitude() - degrees, "");
        Place north = new Place(position.latitude() + degrees, "\uffff");
        return all.subMap(south, true, north, true).values().stream()
                .filter(owner -> metres(position, owner) <= metres)
                .min(Comparator.comparingDouble(owner -> metres(position, owner)));
    }

    private NavigableMap<Place, RegisteredOwner> places(String type) {
        return byPlace.computeIfAbsent(type, any -> new ConcurrentSkipListMap<>());
    }

    private static double metres(Position position, RegisteredOwner owner) {
        return coordinates(position).metresTo(coordinates(owner.position()));
    }

    private static Coordinates coordinates(Position position) {
        return new Coordinates(position.longitude(), position.latitude());
    }

    private record Place(double latitude, String assetId) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingDouble(Place::latitude).thenComparing(Place::assetId);

        static Place of(RegisteredOwner owner) {
            return new Place(owner.position().latitude(), owner.assetId());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
