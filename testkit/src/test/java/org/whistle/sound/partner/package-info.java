/** A service that keeps every rule. */
@NullMarked
package org.whistle.sound.partner;

import org.jspecify.annotations.NullMarked;
