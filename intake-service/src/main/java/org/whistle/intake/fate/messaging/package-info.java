/** Takes the events of the other services from the journal. */
@NullMarked
package org.whistle.intake.fate.messaging;

import org.jspecify.annotations.NullMarked;
