/** Alerts as rows. */
@NullMarked
package org.whistle.feedback.supervision.store;

import org.jspecify.annotations.NullMarked;
