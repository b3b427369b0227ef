/** Reports over REST: filing one, listing one's own, reading one with its fate. */
@NullMarked
package org.whistle.intake.report.web;

import org.jspecify.annotations.NullMarked;
