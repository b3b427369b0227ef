/** Events that intake-service owns: what was seen, where, and by whom it was filed. */
@NullMarked
package org.whistle.contracts.intake;

import org.jspecify.annotations.NullMarked;
