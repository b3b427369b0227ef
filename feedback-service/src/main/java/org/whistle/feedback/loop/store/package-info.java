/** Loops, their legs and what was answered, in the database: multi-row for the journal, a session for a person's command. */
@NullMarked
package org.whistle.feedback.loop.store;

import org.jspecify.annotations.NullMarked;
