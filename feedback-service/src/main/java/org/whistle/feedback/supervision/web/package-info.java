/** The list of alerts. */
@NullMarked
package org.whistle.feedback.supervision.web;

import org.jspecify.annotations.NullMarked;
