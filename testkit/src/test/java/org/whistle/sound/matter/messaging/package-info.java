/** A service that keeps every rule. */
@NullMarked
package org.whistle.sound.matter.messaging;

import org.jspecify.annotations.NullMarked;
