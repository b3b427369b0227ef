package org.whistle.feedback.warning;

import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;

/**
 * What warnings are asked for; null asks for all.
 *
 * @param place code of a district, street, community or grid
 * @param department code of a body
 * @param type code of an issue type
 * @param scope what the caller may see
 */
public record WarningFilter(
        @Nullable String place, @Nullable String department, @Nullable String type, AreaScope scope) {}
