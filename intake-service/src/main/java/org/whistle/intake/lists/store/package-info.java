/** Entries of the lists and their history in the database. */
@NullMarked
package org.whistle.intake.lists.store;

import org.jspecify.annotations.NullMarked;
