/** What the rates need from the journal beside the loops: reporters, ratings, whistles. */
@NullMarked
package org.whistle.feedback.sla.messaging;

import org.jspecify.annotations.NullMarked;
