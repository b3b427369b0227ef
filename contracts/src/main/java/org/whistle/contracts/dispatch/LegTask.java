package org.whistle.contracts.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a body is to do when it is not simply to handle the matter (DOMAIN.md §3, the manhole cover). */
public enum LegTask {
    /** Fence it off and take the danger away (围护); whose it is does not matter yet. */
    @JsonProperty("make-safe")
    MAKE_SAFE,
    /** Say whether the asset is its own (认领). */
    @JsonProperty("identify")
    IDENTIFY
}
