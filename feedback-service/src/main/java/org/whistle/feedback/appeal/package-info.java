/** Appeals (申诉): a department has a closed ticket that was overdue excused in the statistics; the fact stays. */
@NullMarked
package org.whistle.feedback.appeal;

import org.jspecify.annotations.NullMarked;
