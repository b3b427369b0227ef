/** Clocks and alerts as rows, and the timer that any number of instances share. */
@NullMarked
package org.whistle.feedback.clock.store;

import org.jspecify.annotations.NullMarked;
