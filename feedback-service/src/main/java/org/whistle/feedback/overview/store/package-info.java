/** Counting what waits and what was done. */
@NullMarked
package org.whistle.feedback.overview.store;

import org.jspecify.annotations.NullMarked;
