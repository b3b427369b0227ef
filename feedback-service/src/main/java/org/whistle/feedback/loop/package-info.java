/** The loop of one ticket as the supervision side sees it: verified or rework, call-back, reopen, close (DOMAIN.md §5). Pure. */
@NullMarked
package org.whistle.feedback.loop;

import org.jspecify.annotations.NullMarked;
