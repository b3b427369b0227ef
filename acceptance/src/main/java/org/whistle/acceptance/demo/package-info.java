/** Walks real matters through the whole loop, each step with the account of the role whose step it is. */
@NullMarked
package org.whistle.acceptance.demo;

import org.jspecify.annotations.NullMarked;
