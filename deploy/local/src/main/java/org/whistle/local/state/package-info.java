/** What the local system keeps on disk: folders, secrets, logs, room. */
@NullMarked
package org.whistle.local.state;

import org.jspecify.annotations.NullMarked;
