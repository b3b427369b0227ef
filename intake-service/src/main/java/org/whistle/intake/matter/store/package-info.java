/** Matters and their steps in the database. */
@NullMarked
package org.whistle.intake.matter.store;

import org.jspecify.annotations.NullMarked;
