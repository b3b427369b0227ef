/** The district's files in the database, and the copy every instance works with. */
@NullMarked
package org.whistle.intake.grid.store;

import org.jspecify.annotations.NullMarked;
