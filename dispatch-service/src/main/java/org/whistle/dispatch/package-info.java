/** The dispatch service: who handles a ticket, by when, and why. */
@NullMarked
package org.whistle.dispatch;

import org.jspecify.annotations.NullMarked;
