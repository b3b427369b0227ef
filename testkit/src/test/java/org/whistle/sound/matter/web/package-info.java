/** A service that keeps every rule. */
@NullMarked
package org.whistle.sound.matter.web;

import org.jspecify.annotations.NullMarked;
