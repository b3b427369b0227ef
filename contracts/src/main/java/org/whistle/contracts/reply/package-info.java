/** What a department's own system may answer on its reply topic. */
@NullMarked
package org.whistle.contracts.reply;

import org.jspecify.annotations.NullMarked;
