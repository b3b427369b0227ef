/** Emergencies: which alarmed level knows and acts, until the danger is over. */
@NullMarked
package org.whistle.intake.alarm;

import org.jspecify.annotations.NullMarked;
