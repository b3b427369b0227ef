/** Makes the invented part of the sample district: polygons, assets, accounts and the rules that follow from the catalogue. */
@NullMarked
package org.whistle.district.sample;

import org.jspecify.annotations.NullMarked;
