package org.whistle.feedback.supervision;

import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; null asks for all.
 *
 * @param kind the word of a {@link org.whistle.feedback.clock.Threshold}
 * @param stage {@code dispatch}, {@code accept}, {@code handle}, {@code verify} or {@code check-in}
 * @param department code of the body whose clock it is
 * @param place code of a street, community or grid
 * @param open true for clocks that still run, false for those that stopped
 * @param acknowledged true for those somebody has acknowledged, false for the others
 * @param audience whom they are for
 */
public record AlertFilter(
        @Nullable String kind,
        @Nullable String stage,
        @Nullable String department,
        @Nullable String place,
        @Nullable Boolean open,
        @Nullable Boolean acknowledged,
        @Nullable Addressee audience) {}
