/** What whoever reported may follow by a tracking code, and their own word on whether it is solved. */
@NullMarked
package org.whistle.feedback.tracking;

import org.jspecify.annotations.NullMarked;
