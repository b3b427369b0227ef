/** Tests of consolidation. */
@NullMarked
package org.whistle.intake.consolidation;

import org.jspecify.annotations.NullMarked;
