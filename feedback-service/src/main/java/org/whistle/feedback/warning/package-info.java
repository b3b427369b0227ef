/** Early warnings: hot spots, backlog, what is about to breach, repeated matters (DOMAIN.md §6). */
@NullMarked
package org.whistle.feedback.warning;

import org.jspecify.annotations.NullMarked;
