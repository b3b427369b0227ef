/** Consolidation by the community over REST. */
@NullMarked
package org.whistle.intake.consolidation.web;

import org.jspecify.annotations.NullMarked;
