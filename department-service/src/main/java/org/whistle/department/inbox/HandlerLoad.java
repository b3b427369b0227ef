package org.whistle.department.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How much one handler has to do.
 *
 * @param handler account, or null for what nobody has accepted
 * @param open assignments not completed
 * @param overdue of these past their handling limit
 * @param returnsPending of these waiting for the street's answer
 */
public record HandlerLoad(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String handler,
        long open,
        long overdue,
        long returnsPending) {}
