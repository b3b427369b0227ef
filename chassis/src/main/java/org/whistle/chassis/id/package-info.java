/** Ids that sort by the time they were made. */
@NullMarked
package org.whistle.chassis.id;

import org.jspecify.annotations.NullMarked;
