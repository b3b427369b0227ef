/** The realm, its accounts and their tokens. */
@NullMarked
package org.whistle.local.identity;

import org.jspecify.annotations.NullMarked;
