/** Names of places, bodies and types, and the stage limits, of the district in use. */
@NullMarked
package org.whistle.feedback.place;

import org.jspecify.annotations.NullMarked;
