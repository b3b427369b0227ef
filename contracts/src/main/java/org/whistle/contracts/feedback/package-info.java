/** Events that feedback-service owns: verification, answers, closing, clocks and supervision. */
@NullMarked
package org.whistle.contracts.feedback;

import org.jspecify.annotations.NullMarked;
