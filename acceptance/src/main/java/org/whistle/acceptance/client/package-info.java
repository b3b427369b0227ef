/** A user of the public interface: signs in, calls the front door, reads what comes back. */
@NullMarked
package org.whistle.acceptance.client;

import org.jspecify.annotations.NullMarked;
