/** Answers of departments that run their own system: the same rules as for people, the refusals sent back. */
@NullMarked
package org.whistle.department.gateway;

import org.jspecify.annotations.NullMarked;
