package org.whistle.feedback.supervision;

import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; null asks for all.
 *
 * @param kind {@code warning}, {@code breach} or {@code supervision}
 * @param stage {@code dispatch}, {@code accept}, {@code handle} or {@code verify}
 * @param department code of the body whose clock it is
 * @param place code of a street, community or grid
 * @param open true for clocks that still run, false for those that stopped
 */
public record AlertFilter(
        @Nullable String kind,
        @Nullable String stage,
        @Nullable String department,
        @Nullable String place,
        @Nullable Boolean open) {}
