/** Tests of alarms. */
@NullMarked
package org.whistle.intake.alarm;

import org.jspecify.annotations.NullMarked;
