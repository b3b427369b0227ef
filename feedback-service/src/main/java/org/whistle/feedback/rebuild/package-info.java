/** What counts, made again from the journal, held against what is kept, and put right on demand. */
@NullMarked
package org.whistle.feedback.rebuild;

import org.jspecify.annotations.NullMarked;
