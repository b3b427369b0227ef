/** Tests of the lists. */
@NullMarked
package org.whistle.intake.lists;

import org.jspecify.annotations.NullMarked;
