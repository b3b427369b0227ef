/** The supervision side (监督轴): follows every ticket's loop, keeps its clocks, verifies, calls back, closes and counts. */
@NullMarked
package org.whistle.feedback;

import org.jspecify.annotations.NullMarked;
