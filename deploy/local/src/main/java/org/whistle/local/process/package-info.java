/** Child processes: started, watched, restarted, recorded, and stopped without ever touching a stranger's. */
@NullMarked
package org.whistle.local.process;

import org.jspecify.annotations.NullMarked;
