/** What supervisors look at: warnings, breaches and supervision orders. */
@NullMarked
package org.whistle.feedback.supervision;

import org.jspecify.annotations.NullMarked;
