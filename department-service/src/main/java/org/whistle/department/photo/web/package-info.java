/** Evidence photos over REST. */
@NullMarked
package org.whistle.department.photo.web;

import org.jspecify.annotations.NullMarked;
