/** What intake's tests share, and the rules of its shape. */
@NullMarked
package org.whistle.intake;

import org.jspecify.annotations.NullMarked;
