/** The loop at a glance over REST. */
@NullMarked
package org.whistle.feedback.overview.web;

import org.jspecify.annotations.NullMarked;
