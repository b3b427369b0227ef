/** Tests of report. */
@NullMarked
package org.whistle.intake.report;

import org.jspecify.annotations.NullMarked;
