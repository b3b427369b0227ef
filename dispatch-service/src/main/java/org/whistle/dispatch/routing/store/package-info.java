/** Owners of assets that the district fixed, in PostgreSQL. */
@NullMarked
package org.whistle.dispatch.routing.store;

import org.jspecify.annotations.NullMarked;
