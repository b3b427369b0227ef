/** Tests of wishes. */
@NullMarked
package org.whistle.intake.wish;

import org.jspecify.annotations.NullMarked;
