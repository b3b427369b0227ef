/** Tickets, their history and their changes in PostgreSQL. */
@NullMarked
package org.whistle.dispatch.ticket.store;

import org.jspecify.annotations.NullMarked;
