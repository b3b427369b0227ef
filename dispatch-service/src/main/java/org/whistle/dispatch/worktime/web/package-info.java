/** The working-time clock over REST. */
@NullMarked
package org.whistle.dispatch.worktime.web;

import org.jspecify.annotations.NullMarked;
