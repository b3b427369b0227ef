/** People's data over REST: looked at masked, unmasked with a reason, erased at a person's request. */
@NullMarked
package org.whistle.intake.reporter.web;

import org.jspecify.annotations.NullMarked;
