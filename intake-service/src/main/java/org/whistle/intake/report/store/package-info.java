/** Reports in the database, many filed in one transaction, and who may see which. */
@NullMarked
package org.whistle.intake.report.store;

import org.jspecify.annotations.NullMarked;
