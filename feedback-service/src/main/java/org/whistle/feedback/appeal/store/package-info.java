/** Appeals as rows. */
@NullMarked
package org.whistle.feedback.appeal.store;

import org.jspecify.annotations.NullMarked;
