/** Events that department-service owns: what the body responsible did. */
@NullMarked
package org.whistle.contracts.department;

import org.jspecify.annotations.NullMarked;
