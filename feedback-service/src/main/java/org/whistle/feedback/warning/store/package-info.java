/** Early warnings as rows. */
@NullMarked
package org.whistle.feedback.warning.store;

import org.jspecify.annotations.NullMarked;
