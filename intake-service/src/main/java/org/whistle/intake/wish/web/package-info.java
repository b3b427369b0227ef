/** Wishes over REST. */
@NullMarked
package org.whistle.intake.wish.web;

import org.jspecify.annotations.NullMarked;
