/** Follows the journal: every batch moves the loops and their clocks. */
@NullMarked
package org.whistle.feedback.loop.messaging;

import org.jspecify.annotations.NullMarked;
