/** A district as data: places, catalogue, bodies, calendar, rules, assets and accounts, read whole, checked whole, immutable. */
@NullMarked
package org.whistle.district;

import org.jspecify.annotations.NullMarked;
