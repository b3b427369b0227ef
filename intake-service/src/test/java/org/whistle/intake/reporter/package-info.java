/** Tests of reporter. */
@NullMarked
package org.whistle.intake.reporter;

import org.jspecify.annotations.NullMarked;
