/** Queries of the desk. */
@NullMarked
package org.whistle.department.inbox.store;

import org.jspecify.annotations.NullMarked;
