/** The front door: serves the pages and routes the rest by path, as the ingress does in production. */
@NullMarked
package org.whistle.local.door;

import org.jspecify.annotations.NullMarked;
