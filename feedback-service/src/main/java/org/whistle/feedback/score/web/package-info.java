/** Rankings, ratings and bulletins over REST. */
@NullMarked
package org.whistle.feedback.score.web;

import org.jspecify.annotations.NullMarked;
