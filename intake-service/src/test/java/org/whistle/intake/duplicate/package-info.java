/** Tests of duplicate. */
@NullMarked
package org.whistle.intake.duplicate;

import org.jspecify.annotations.NullMarked;
