/** Tracking codes and what reporters are told, in the database. */
@NullMarked
package org.whistle.feedback.tracking.store;

import org.jspecify.annotations.NullMarked;
