/** Rates computed by SQL from the facts of loops, legs and call-backs. */
@NullMarked
package org.whistle.feedback.sla.store;

import org.jspecify.annotations.NullMarked;
