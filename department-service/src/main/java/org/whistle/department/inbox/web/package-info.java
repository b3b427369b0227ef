/** The desk over REST. */
@NullMarked
package org.whistle.department.inbox.web;

import org.jspecify.annotations.NullMarked;
