/** What every service's tests stand on: a real broker and database, tokens, a movable clock, test data, rules. */
@NullMarked
package org.whistle.testkit;

import org.jspecify.annotations.NullMarked;
