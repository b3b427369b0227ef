/** The reply topics: read, decided, and answered on the rejected topics. */
@NullMarked
package org.whistle.department.gateway.messaging;

import org.jspecify.annotations.NullMarked;
