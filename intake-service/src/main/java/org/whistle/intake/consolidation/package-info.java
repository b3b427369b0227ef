/** Which tickets are the same matter: how like they are, merging them and undoing it. */
@NullMarked
package org.whistle.intake.consolidation;

import org.jspecify.annotations.NullMarked;
