/** What dispatch tells the departments, taken from every department's topic. */
@NullMarked
package org.whistle.department.assignment.messaging;

import org.jspecify.annotations.NullMarked;
