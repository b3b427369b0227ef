/** Wishes and their history in the database, and the timer that lets unclaimed ones lapse. */
@NullMarked
package org.whistle.intake.wish.store;

import org.jspecify.annotations.NullMarked;
