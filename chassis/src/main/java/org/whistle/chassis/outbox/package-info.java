/** State and its events in one database transaction; the relay publishes after commit. */
@NullMarked
package org.whistle.chassis.outbox;

import org.jspecify.annotations.NullMarked;
