/** Tests of fate. */
@NullMarked
package org.whistle.intake.fate;

import org.jspecify.annotations.NullMarked;
