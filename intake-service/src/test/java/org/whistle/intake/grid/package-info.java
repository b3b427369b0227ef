/** Tests of grid. */
@NullMarked
package org.whistle.intake.grid;

import org.jspecify.annotations.NullMarked;
