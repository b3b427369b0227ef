/** Follows as rows. */
@NullMarked
package org.whistle.feedback.digest.store;

import org.jspecify.annotations.NullMarked;
