/** The working-time clock: limits, calendars, working hours and the instants they lead to. Pure and safe for many threads. */
@NullMarked
package org.whistle.dispatch.worktime;

import org.jspecify.annotations.NullMarked;
