package org.whistle.contracts.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * Who saw it, without anything personal: name, phone and address stay in intake-service's encrypted store
 * (DOMAIN.md §7).
 *
 * @param pseudonym stands for one person within this city's system
 * @param kind through which kind of person the matter came in
 */
public record Reporter(UUID pseudonym, Kind kind) {

    /** Stands where an event would name the account that filed a whistle-blower's report. */
    public static final String HIDDEN = "hidden";

    public Reporter {
        Require.present(pseudonym, "reporter.pseudonym");
        Require.present(kind, "reporter.kind");
    }

    /** How a matter came in (信息收集). */
    public enum Kind {
        @JsonProperty("grid-worker")
        GRID_WORKER,
        @JsonProperty("resident")
        RESIDENT,
        @JsonProperty("hotline")
        HOTLINE,
        @JsonProperty("patrol")
        PATROL,
        @JsonProperty("community")
        COMMUNITY
    }
}
