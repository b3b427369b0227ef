package org.whistle.chassis.photo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo as it is kept.
 *
 * @param owner the account that uploaded it
 * @param boundTo what it shows (a report, an assignment …), or null while it is not used
 */
public record StoredPhoto(
        UUID id,
        String owner,
        CleanPhoto photo,
        Instant createdAt,
        @Nullable UUID boundTo) {}
