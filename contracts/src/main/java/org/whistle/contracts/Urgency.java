package org.whistle.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How urgent a type × condition is, most urgent first (catalogue.csv). */
public enum Urgency {
    /** Danger to life or safety; limits run in continuous minutes or hours. */
    @JsonProperty("U0")
    U0,
    /** Hours of the same day. */
    @JsonProperty("U1")
    U1,
    /** A few working days. */
    @JsonProperty("U2")
    U2,
    /** About a working week. */
    @JsonProperty("U3")
    U3,
    /** Weeks. */
    @JsonProperty("U4")
    U4
}
