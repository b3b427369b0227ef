/** How each part of the system is prepared, started and asked whether it is ready. */
@NullMarked
package org.whistle.local.part;

import org.jspecify.annotations.NullMarked;
