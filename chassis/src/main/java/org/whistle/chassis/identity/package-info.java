/** Who is calling: account, roles, areas and department out of the token, and what of the district they may see. */
@NullMarked
package org.whistle.chassis.identity;

import org.jspecify.annotations.NullMarked;
