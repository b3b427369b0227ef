/** What goes on beside requests — timers, batches of consumers, long looks — and how all of it ends in order. */
@NullMarked
package org.whistle.chassis.work;

import org.jspecify.annotations.NullMarked;
