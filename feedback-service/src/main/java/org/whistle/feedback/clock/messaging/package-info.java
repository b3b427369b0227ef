/** How far the journal has been followed, so that no clock fires on old news. */
@NullMarked
package org.whistle.feedback.clock.messaging;

import org.jspecify.annotations.NullMarked;
