/** Photos of verifications. */
@NullMarked
package org.whistle.feedback.photo.web;

import org.jspecify.annotations.NullMarked;
