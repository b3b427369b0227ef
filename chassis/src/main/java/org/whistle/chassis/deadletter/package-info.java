/** What could not be processed: kept with its cause, listed, replayed. */
@NullMarked
package org.whistle.chassis.deadletter;

import org.jspecify.annotations.NullMarked;
