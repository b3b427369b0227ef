/** Upload and download of the district. */
@NullMarked
package org.whistle.feedback.place.web;

import org.jspecify.annotations.NullMarked;
