/** Open reports of the same type near a position, and which of them can be joined. */
@NullMarked
package org.whistle.intake.duplicate;

import org.jspecify.annotations.NullMarked;
