/** Candidates for a merge, and merges, in the database. */
@NullMarked
package org.whistle.intake.consolidation.store;

import org.jspecify.annotations.NullMarked;
