package org.whistle.contracts.community;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The three lists (三张清单) of a community and the bodies that help it. */
public enum ListKind {
    /** 需求清单: what is missing. */
    @JsonProperty("need")
    NEED,
    /** 资源清单: what somebody can give. */
    @JsonProperty("resource")
    RESOURCE,
    /** 项目清单: what is being done with it. */
    @JsonProperty("project")
    PROJECT
}
