/** Batches of records applied in one transaction together with the ids already seen. */
@NullMarked
package org.whistle.chassis.inbox;

import org.jspecify.annotations.NullMarked;
