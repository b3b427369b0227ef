package org.whistle.contracts.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.whistle.contracts.Require;

/**
 * A time limit as the catalogue states it.
 *
 * @param value how many units, at least 1
 */
public record Limit(int value, Unit unit) {

    public Limit {
        Require.atLeast(value, 1, "limit.value");
        Require.present(unit, "limit.unit");
    }

    /** Units of DOMAIN.md §4. */
    public enum Unit {
        /** Urgent minutes, continuous. */
        @JsonProperty("um")
        URGENT_MINUTES,
        /** Urgent hours, continuous. */
        @JsonProperty("uh")
        URGENT_HOURS,
        /** Working hours. */
        @JsonProperty("wh")
        WORKING_HOURS,
        /** Working days of 8 working hours. */
        @JsonProperty("wd")
        WORKING_DAYS,
        /** Continuous days of 24 hours. */
        @JsonProperty("ud")
        CONTINUOUS_DAYS,
        /** Calendar days. */
        @JsonProperty("cd")
        CALENDAR_DAYS
    }
}
