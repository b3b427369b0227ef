/** Follows and digests over REST. */
@NullMarked
package org.whistle.feedback.digest.web;

import org.jspecify.annotations.NullMarked;
