package org.whistle.contracts.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The chain that a matter goes up, from below to above (DOMAIN.md §2). */
public enum ChainLevel {
    /** 单元管家. */
    @JsonProperty("unit-steward")
    UNIT_STEWARD,
    /** 楼栋长. */
    @JsonProperty("building-head")
    BUILDING_HEAD,
    /** 网格员. */
    @JsonProperty("grid-worker")
    GRID_WORKER,
    /** 小区党支部. */
    @JsonProperty("branch")
    BRANCH,
    /** 社区. */
    @JsonProperty("community")
    COMMUNITY,
    /** 街道. */
    @JsonProperty("street")
    STREET,
    /** 区. */
    @JsonProperty("district")
    DISTRICT
}
