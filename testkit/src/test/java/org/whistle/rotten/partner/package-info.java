/** A service that breaks every rule. */
@NullMarked
package org.whistle.rotten.partner;

import org.jspecify.annotations.NullMarked;
