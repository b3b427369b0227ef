/** Early warnings over REST. */
@NullMarked
package org.whistle.feedback.warning.web;

import org.jspecify.annotations.NullMarked;
