/** Small wishes (微心愿): posted, dispatched by the community, claimed, fulfilled, thanked (点单、派单、接单; DOMAIN.md §3). */
@NullMarked
package org.whistle.intake.wish;

import org.jspecify.annotations.NullMarked;
