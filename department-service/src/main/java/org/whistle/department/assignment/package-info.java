/** The life of one assignment: what a department may do with it and what dispatch may tell it. */
@NullMarked
package org.whistle.department.assignment;

import org.jspecify.annotations.NullMarked;
