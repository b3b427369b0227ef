package org.whistle.contracts.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A stage with a clock of its own (DOMAIN.md §4). */
public enum Stage {
    /** From filing to the first dispatch, and from an approved return to the next. */
    @JsonProperty("dispatch")
    DISPATCH,
    /** From dispatch to the department's acceptance. */
    @JsonProperty("accept")
    ACCEPT,
    /** From dispatch to the department's own confirmation. */
    @JsonProperty("handle")
    HANDLE,
    /** From the last confirmation to the verification on site. */
    @JsonProperty("verify")
    VERIFY
}
