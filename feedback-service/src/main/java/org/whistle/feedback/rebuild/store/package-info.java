/** The rebuilt facts, what differs, and how far a rebuild is, in the database. */
@NullMarked
package org.whistle.feedback.rebuild.store;

import org.jspecify.annotations.NullMarked;
