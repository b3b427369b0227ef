package org.whistle.contracts.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * Why this department: answerable for every ticket (DOMAIN.md §3.8).
 *
 * @param basis what the choice rests on
 * @param rule id of the rule that gave the answer; absent when a person decided
 * @param policyVersion version of catalogue, rules, calendar and limits in force
 * @param facts what the rule looked at, as {@code name=value}
 * @param reason the deciding person's words; absent when automatic
 */
public record Why(
        Basis basis,
        @Nullable String rule,
        String policyVersion,
        List<String> facts,
        Actor decidedBy,
        @Nullable String reason) {

    public Why {
        Require.present(basis, "why.basis");
        Require.optionalText(rule, 64, "why.rule");
        Require.text(policyVersion, 64, "why.policyVersion");
        facts = Require.list(facts, 32, "why.facts");
        Require.present(decidedBy, "why.decidedBy");
        Require.optionalText(reason, 2000, "why.reason");
    }

    /** What a choice rests on. */
    public enum Basis {
        /** The owner of the asset in the register, or of the mark on it. */
        @JsonProperty("asset-owner")
        ASSET_OWNER,
        /** A routing rule by type, condition and place. */
        @JsonProperty("rule")
        RULE,
        /** The street's duty list (基本 · 配合 · 上收). */
        @JsonProperty("duty-list")
        DUTY_LIST,
        /** A dispatcher's choice. */
        @JsonProperty("manual")
        MANUAL,
        /** A reopened ticket goes back to the body that handled it. */
        @JsonProperty("reopened")
        REOPENED
    }
}
