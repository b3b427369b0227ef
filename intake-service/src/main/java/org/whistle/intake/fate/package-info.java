/** What became of a report, as the journal tells it. */
@NullMarked
package org.whistle.intake.fate;

import org.jspecify.annotations.NullMarked;
