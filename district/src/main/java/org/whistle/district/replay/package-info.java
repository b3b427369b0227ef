/** Reads requests of another city and what they mean here, for a replay through the public API. */
@NullMarked
package org.whistle.district.replay;

import org.jspecify.annotations.NullMarked;
