/** Filing, deciding and listing appeals. */
@NullMarked
package org.whistle.feedback.appeal.web;

import org.jspecify.annotations.NullMarked;
