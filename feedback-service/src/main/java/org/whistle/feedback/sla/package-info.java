/** The rates leaders read (DOMAIN.md §6): what each counts, and of what. */
@NullMarked
package org.whistle.feedback.sla;

import org.jspecify.annotations.NullMarked;
