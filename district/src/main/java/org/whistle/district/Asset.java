package org.whistle.district;

import org.jspecify.annotations.Nullable;

/**
 * One component of the asset register.
 *
 * @param id asset id, unique
 * @param mark what can be read on it, unique; null = nothing readable
 * @param type code of the issue type its faults are reported under
 * @param owner code of the body that owns it; null = unknown
 * @param position where it stands, WGS 84
 * @param name what people call it
 */
public record Asset(
        String id,
        @Nullable String mark,
        String type,
        @Nullable String owner,
        Coordinates position,
        String name) {}
