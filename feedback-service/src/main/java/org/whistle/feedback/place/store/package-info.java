/** The district's versions as they were uploaded. */
@NullMarked
package org.whistle.feedback.place.store;

import org.jspecify.annotations.NullMarked;
