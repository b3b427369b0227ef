/** Matters that the chain below the street looks after: answered there, deliberated, or passed up until they are tickets. */
@NullMarked
package org.whistle.intake.matter;

import org.jspecify.annotations.NullMarked;
