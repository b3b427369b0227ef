/** Where a position lies: the grid, its ancestors and their names. */
@NullMarked
package org.whistle.intake.grid;

import org.jspecify.annotations.NullMarked;
