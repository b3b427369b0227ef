/** Alarms over REST. */
@NullMarked
package org.whistle.intake.alarm.web;

import org.jspecify.annotations.NullMarked;
