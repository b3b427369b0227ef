/** Reads the journal from its beginning. */
@NullMarked
package org.whistle.feedback.rebuild.messaging;

import org.jspecify.annotations.NullMarked;
