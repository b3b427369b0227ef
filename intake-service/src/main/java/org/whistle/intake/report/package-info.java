/** Filing a report: what is asked, what is decided, and what becomes known to the other services. */
@NullMarked
package org.whistle.intake.report;

import org.jspecify.annotations.NullMarked;
