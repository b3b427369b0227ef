package org.whistle.contracts.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A level that an emergency alarms, all in parallel (DOMAIN.md §2). */
public enum AlarmLevel {
    @JsonProperty("community")
    COMMUNITY,
    @JsonProperty("street")
    STREET,
    @JsonProperty("district")
    DISTRICT
}
