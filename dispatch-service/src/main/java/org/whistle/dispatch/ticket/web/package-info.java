/** Tickets over REST: queue, search, decisions, returns, reasons, live changes. */
@NullMarked
package org.whistle.dispatch.ticket.web;

import org.jspecify.annotations.NullMarked;
