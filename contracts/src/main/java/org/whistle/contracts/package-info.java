/** The language the services share: event records by owner, their wire names, the topics. No logic lives here. */
@NullMarked
package org.whistle.contracts;

import org.jspecify.annotations.NullMarked;
