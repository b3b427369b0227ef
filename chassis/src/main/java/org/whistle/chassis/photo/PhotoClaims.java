package org.whistle.chassis.photo;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Photos locked for one batch of commands: who may use which is answered in memory, and one that was given to a command
 * is gone for those behind it. What was given is written at the end, see {@link PhotoStore#bind}.
 */
public final class PhotoClaims {

    private final Map<UUID, Photo> photos = new HashMap<>();
    private final Map<UUID, UUID> given = new LinkedHashMap<>();

    PhotoClaims() {}

    void add(UUID id, String owner, @Nullable UUID boundTo) {
        photos.put(id, new Photo(owner, boundTo));
    }

    /**
     * Gives photos to what they show, all of them or none. To give one again to the same thing changes nothing.
     *
     * @return the ids that cannot be had, in the order given: unknown, another account's, or bound to something else
     */
    public List<UUID> take(Collection<UUID> ids, UUID boundTo, String owner) {
        List<UUID> refused =
                ids.stream().filter(id -> !mayTake(id, boundTo, owner)).toList();
        if (refused.isEmpty()) {
            for (UUID id : ids) {
                photos.put(id, new Photo(owner, boundTo));
                given.put(id, boundTo);
            }
        }
        return refused;
    }

    private boolean mayTake(UUID id, UUID boundTo, String owner) {
        Photo photo = photos.get(id);
        return photo != null
                && photo.owner().equals(owner)
                && (photo.boundTo() == null || photo.boundTo().equals(boundTo));
    }

    /** What was given, by photo. */
    Map<UUID, UUID> given() {
        return given;
    }

    private record Photo(String owner, @Nullable UUID boundTo) {}
}
