/** Measures the running system from outside, and the raw floors of its two stores beside it. */
@NullMarked
package org.whistle.acceptance.bench;

import org.jspecify.annotations.NullMarked;
