/** Bounded lists: limit, opaque cursor, next link. */
@NullMarked
package org.whistle.chassis.page;

import org.jspecify.annotations.NullMarked;
