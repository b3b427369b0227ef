/** The journal comes in here, batch by batch. */
@NullMarked
package org.whistle.dispatch.ticket.messaging;

import org.jspecify.annotations.NullMarked;
