/** Who reported: kept encrypted here, known everywhere else by a pseudonym only. */
@NullMarked
package org.whistle.intake.reporter;

import org.jspecify.annotations.NullMarked;
