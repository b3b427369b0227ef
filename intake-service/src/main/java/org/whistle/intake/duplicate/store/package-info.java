/** Finds open reports near a position by an index over small cells. */
@NullMarked
package org.whistle.intake.duplicate.store;

import org.jspecify.annotations.NullMarked;
