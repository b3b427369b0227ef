/** Tests of photo. */
@NullMarked
package org.whistle.intake.photo;

import org.jspecify.annotations.NullMarked;
