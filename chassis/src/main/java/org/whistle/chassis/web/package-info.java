/** HTTP manners all services share: languages, versions (ETag, If-Match), query parameters, body limits, JSON settings. */
@NullMarked
package org.whistle.chassis.web;

import org.jspecify.annotations.NullMarked;
