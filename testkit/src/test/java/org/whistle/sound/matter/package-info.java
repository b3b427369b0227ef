/** A service that keeps every rule. */
@NullMarked
package org.whistle.sound.matter;

import org.jspecify.annotations.NullMarked;
