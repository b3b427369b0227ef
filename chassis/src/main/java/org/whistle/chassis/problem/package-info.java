/** Every refusal as RFC 9457 problem+json, in the caller's language, naming the fields at fault. */
@NullMarked
package org.whistle.chassis.problem;

import org.jspecify.annotations.NullMarked;
