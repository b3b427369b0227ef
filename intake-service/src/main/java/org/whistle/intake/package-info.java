/** intake-service: takes what people report, places and classifies it, and tells them what becomes of it. */
@NullMarked
package org.whistle.intake;

import org.jspecify.annotations.NullMarked;
