/** Communities rate the bodies' parts in what was done in their place (社区评价部门). */
@NullMarked
package org.whistle.feedback.rating;

import org.jspecify.annotations.NullMarked;
