/** District versions in the database and, indexed, in memory. */
@NullMarked
package org.whistle.dispatch.policy.store;

import org.jspecify.annotations.NullMarked;
