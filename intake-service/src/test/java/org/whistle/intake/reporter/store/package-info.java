@NullMarked
package org.whistle.intake.reporter.store;

import org.jspecify.annotations.NullMarked;
