/** Alarms in the database. */
@NullMarked
package org.whistle.intake.alarm.store;

import org.jspecify.annotations.NullMarked;
