package org.whistle.contracts.community;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of help it is about; what is wished and what is offered meet only within one. */
public enum HelpCategory {
    /** 陪伴关爱. */
    @JsonProperty("companionship")
    COMPANIONSHIP,
    /** 生活照料. */
    @JsonProperty("care")
    CARE,
    /** 便民维修. */
    @JsonProperty("repair")
    REPAIR,
    /** 跑腿代办. */
    @JsonProperty("errands")
    ERRANDS,
    /** 物资帮扶. */
    @JsonProperty("goods")
    GOODS,
    /** 助学辅导. */
    @JsonProperty("learning")
    LEARNING,
    /** 健康义诊. */
    @JsonProperty("health")
    HEALTH,
    /** 法律咨询. */
    @JsonProperty("legal")
    LEGAL,
    /** 环境美化. */
    @JsonProperty("environment")
    ENVIRONMENT,
    /** 文化体育. */
    @JsonProperty("culture")
    CULTURE,
    /** 场地. */
    @JsonProperty("venue")
    VENUE,
    /** 其他. */
    @JsonProperty("other")
    OTHER
}
