/** The figures that a city sets: limits of stages, thresholds, distances, attempts. */
@NullMarked
package org.whistle.feedback.policy;

import org.jspecify.annotations.NullMarked;
