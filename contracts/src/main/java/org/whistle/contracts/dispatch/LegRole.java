package org.whistle.contracts.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a body leads or cooperates on a ticket (直办 has one lead; 联办 a lead and cooperating bodies). */
public enum LegRole {
    @JsonProperty("lead")
    LEAD,
    @JsonProperty("cooperating")
    COOPERATING
}
