/** The desk of a handler and a manager: what is assigned, what can be done with it, who has how much. */
@NullMarked
package org.whistle.department.inbox;

import org.jspecify.annotations.NullMarked;
