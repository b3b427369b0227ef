/** The one door of this service without a token: the code is the token. */
@NullMarked
package org.whistle.feedback.tracking.web;

import org.jspecify.annotations.NullMarked;
