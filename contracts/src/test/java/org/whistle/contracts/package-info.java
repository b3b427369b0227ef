/** Tests of what the records share. */
@NullMarked
package org.whistle.contracts;

import org.jspecify.annotations.NullMarked;
