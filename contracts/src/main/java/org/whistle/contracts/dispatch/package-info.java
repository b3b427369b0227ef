/** Events that dispatch-service owns: who handles a ticket, by when, and why. */
@NullMarked
package org.whistle.contracts.dispatch;

import org.jspecify.annotations.NullMarked;
