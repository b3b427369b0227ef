package org.whistle.intake.duplicate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Position;

/**
 * An open ticket near a position.
 *
 * @param text what its reporter wrote; not for everybody to read
 * @param metres distance from the position asked for
 */
public record Nearby(
        UUID ticketId,
        String ticketNo,
        String filedBy,
        String type,
        @Nullable String condition,
        String state,
        String text,
        @Nullable String address,
        String grid,
        Position position,
        double metres,
        Instant filedAt) {}
