/** Report events as they go to the journal. */
@NullMarked
package org.whistle.intake.report.messaging;

import org.jspecify.annotations.NullMarked;
