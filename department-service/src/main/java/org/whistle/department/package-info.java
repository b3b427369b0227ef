/** What the bodies responsible do with what is assigned to them. */
@NullMarked
package org.whistle.department;

import org.jspecify.annotations.NullMarked;
