/** The commands behind the start script. */
@NullMarked
package org.whistle.local.cli;

import org.jspecify.annotations.NullMarked;
