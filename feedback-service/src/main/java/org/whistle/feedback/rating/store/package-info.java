/** Communities' ratings in the database. */
@NullMarked
package org.whistle.feedback.rating.store;

import org.jspecify.annotations.NullMarked;
