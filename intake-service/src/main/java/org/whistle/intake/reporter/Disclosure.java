package org.whistle.intake.reporter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of who reported, beside the report.
 *
 * @param data to be kept encrypted; null when nothing was said of the person
 * @param person the person's pseudonym, also where the report itself carries another
 * @param whistleblower when the person must stay hidden
 */
public record Disclosure(
        @Nullable PersonalData data, UUID person, @Nullable Whistleblower whistleblower) {}
