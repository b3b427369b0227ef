/** Tests of matters. */
@NullMarked
package org.whistle.intake.matter;

import org.jspecify.annotations.NullMarked;
