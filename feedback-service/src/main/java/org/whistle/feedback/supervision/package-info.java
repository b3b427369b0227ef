/** Alerts, whom they are for and who takes notice of them; and people who chase. */
@NullMarked
package org.whistle.feedback.supervision;

import org.jspecify.annotations.NullMarked;
