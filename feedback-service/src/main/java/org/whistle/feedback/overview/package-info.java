/** The loop at a glance: how much waits in each of the five stages, and what was done today. */
@NullMarked
package org.whistle.feedback.overview;

import org.jspecify.annotations.NullMarked;
