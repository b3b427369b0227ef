/** A service that keeps every rule. */
@NullMarked
package org.whistle.sound.matter.store;

import org.jspecify.annotations.NullMarked;
