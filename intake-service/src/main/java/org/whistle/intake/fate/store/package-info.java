/** The fate of reports and their timelines in the database. */
@NullMarked
package org.whistle.intake.fate.store;

import org.jspecify.annotations.NullMarked;
