/** Keeps what the journal tells of tracking codes and for reporters. */
@NullMarked
package org.whistle.feedback.tracking.messaging;

import org.jspecify.annotations.NullMarked;
