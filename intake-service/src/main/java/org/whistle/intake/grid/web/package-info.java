/** The district, its grids and its catalogue over REST. */
@NullMarked
package org.whistle.intake.grid.web;

import org.jspecify.annotations.NullMarked;
