/** A service that breaks every rule. */
@NullMarked
package org.whistle.rotten.matter;

import org.jspecify.annotations.NullMarked;
