/** Nearby open reports over REST. */
@NullMarked
package org.whistle.intake.duplicate.web;

import org.jspecify.annotations.NullMarked;
