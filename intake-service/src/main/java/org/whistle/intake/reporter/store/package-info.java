/** Personal data in its table: opened for who may look, sealed anew, removed. */
@NullMarked
package org.whistle.intake.reporter.store;

import org.jspecify.annotations.NullMarked;
