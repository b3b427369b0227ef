/** The keys of the reporters' data, from the configuration. */
@NullMarked
package org.whistle.intake.reporter.store;

import org.jspecify.annotations.NullMarked;
