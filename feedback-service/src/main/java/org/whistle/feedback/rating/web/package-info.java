/** Communities' ratings over REST. */
@NullMarked
package org.whistle.feedback.rating.web;

import org.jspecify.annotations.NullMarked;
