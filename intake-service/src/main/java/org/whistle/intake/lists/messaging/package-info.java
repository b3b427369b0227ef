/** What communities arrange, on its way to its topic. */
@NullMarked
package org.whistle.intake.lists.messaging;

import org.jspecify.annotations.NullMarked;
