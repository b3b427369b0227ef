/** The published score, the ranking by it, and the bulletin of a period (DOMAIN.md §6). */
@NullMarked
package org.whistle.feedback.score;

import org.jspecify.annotations.NullMarked;
