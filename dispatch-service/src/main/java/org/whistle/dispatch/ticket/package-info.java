/** A ticket's life on the command side: queued, dispatched, returned, re-dispatched, closed; decided by pure functions. */
@NullMarked
package org.whistle.dispatch.ticket;

import org.jspecify.annotations.NullMarked;
