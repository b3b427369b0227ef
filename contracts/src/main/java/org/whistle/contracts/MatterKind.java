package org.whistle.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The four kinds of matter; they decide how far up a matter goes (DOMAIN.md §2). */
public enum MatterKind {
    /** 一般性: handled on the spot and registered; never becomes a ticket. */
    @JsonProperty("routine")
    ROUTINE,
    /** 协调性: taken by the grid worker, coordinated by the residential-area branch. */
    @JsonProperty("coordination")
    COORDINATION,
    /** 突出问题: many residents; put to a residents' deliberation. */
    @JsonProperty("prominent")
    PROMINENT,
    /** 突发性: alarms community, street and district at once. */
    @JsonProperty("emergency")
    EMERGENCY
}
