/** Rules on their way into force: prepared, tried against past tickets, activated; and choices proposed as rules. */
@NullMarked
package org.whistle.dispatch.draft;

import org.jspecify.annotations.NullMarked;
