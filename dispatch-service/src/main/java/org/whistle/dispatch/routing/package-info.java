/** Who handles a matter, by its nature and by authority (DOMAIN.md §3), and why. Pure and safe for many threads. */
@NullMarked
package org.whistle.dispatch.routing;

import org.jspecify.annotations.NullMarked;
