package org.whistle.rotten.partner;

import org.jspecify.annotations.Nullable;
import org.whistle.rotten.matter.Matter;

/** Half of a circle. */
public record Partner(@Nullable Matter matter) {}
