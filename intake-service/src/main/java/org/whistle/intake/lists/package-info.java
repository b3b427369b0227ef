/** The three lists (需求、资源、项目清单) of communities and bodies, and what of them fits together (DOMAIN.md §3). */
@NullMarked
package org.whistle.intake.lists;

import org.jspecify.annotations.NullMarked;
