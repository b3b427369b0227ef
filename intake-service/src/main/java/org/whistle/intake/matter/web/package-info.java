/** Matters over REST: what a level has, and what it does with it. */
@NullMarked
package org.whistle.intake.matter.web;

import org.jspecify.annotations.NullMarked;
