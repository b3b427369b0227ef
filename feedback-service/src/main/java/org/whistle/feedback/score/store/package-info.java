/** Bulletins as they were issued, and what goes into them. */
@NullMarked
package org.whistle.feedback.score.store;

import org.jspecify.annotations.NullMarked;
