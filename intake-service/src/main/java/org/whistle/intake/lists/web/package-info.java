/** The lists over REST. */
@NullMarked
package org.whistle.intake.lists.web;

import org.jspecify.annotations.NullMarked;
