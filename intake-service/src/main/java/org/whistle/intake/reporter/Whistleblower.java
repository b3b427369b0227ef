package org.whistle.intake.reporter;

import org.jspecify.annotations.Nullable;

/**
 * Says that whoever filed a report must stay hidden (举报).
 *
 * @param about code of the body reported on; null when the report names none
 */
public record Whistleblower(@Nullable String about) {}
