/** The clocks of the stages: warning, breach and supervision, each exactly once (DOMAIN.md §4). Pure. */
@NullMarked
package org.whistle.feedback.clock;

import org.jspecify.annotations.NullMarked;
