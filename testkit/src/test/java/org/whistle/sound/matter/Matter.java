package org.whistle.sound.matter;

import java.time.Instant;
import org.whistle.sound.partner.Partner;

/** Time comes in from outside. */
public record Matter(Partner partner, Instant at) {}
