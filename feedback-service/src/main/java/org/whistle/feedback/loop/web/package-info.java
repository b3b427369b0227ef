/** Verification, call-back and closing over REST. */
@NullMarked
package org.whistle.feedback.loop.web;

import org.jspecify.annotations.NullMarked;
