/** What leaders follow, and the digest of it. */
@NullMarked
package org.whistle.feedback.digest;

import org.jspecify.annotations.NullMarked;
