/** What dispatch-service tells one department on its own topic. */
@NullMarked
package org.whistle.contracts.assignment;

import org.jspecify.annotations.NullMarked;
