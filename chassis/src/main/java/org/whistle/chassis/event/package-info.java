/** Events as they travel: CloudEvents 1.0 in Kafka's binary mode. */
@NullMarked
package org.whistle.chassis.event;

import org.jspecify.annotations.NullMarked;
