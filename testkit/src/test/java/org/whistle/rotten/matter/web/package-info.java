/** A service that breaks every rule. */
@NullMarked
package org.whistle.rotten.matter.web;

import org.jspecify.annotations.NullMarked;
