/** Rebuilds over REST, for operators. */
@NullMarked
package org.whistle.feedback.rebuild.web;

import org.jspecify.annotations.NullMarked;
