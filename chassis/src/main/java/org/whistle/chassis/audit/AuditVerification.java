package org.whistle.chassis.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a walk over the whole chain has found.
 *
 * @param valid whether every record is as it was sealed, and none is missing or too many
 * @param records how many are kept
 * @param firstSeq place of the oldest that is kept; those before it were removed by retention
 * @param headSeq place of the last
 * @param headHash its hash, hexadecimal; note it elsewhere to prove the chain against its own database later
 * @param signed whether the head is signed with a key that is not in the database
 * @param unsealed entries of the last second that are not linked yet
 * @param firstBrokenSeq the first place at which the chain is broken
 * @param fault what is wrong there
 */
@Schema(name = "AuditVerification")
public record AuditVerification(
        boolean valid,
        @Schema(examples = "18204") long records,
        @Schema(examples = "1") long firstSeq,
        @Schema(examples = "18204") long headSeq,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String headHash,

        boolean signed,
        long unsealed,
        @Nullable Long firstBrokenSeq,
        @Nullable Fault fault,
        OffsetDateTime verifiedAt) {

    /** What is wrong with a chain. */
    public enum Fault {
        /** The record is not what was sealed in its place. */
        @JsonProperty("changed")
        CHANGED,
        /** The record is gone, or was moved. */
        @JsonProperty("missing")
        MISSING,
        /** A record that was never sealed. */
        @JsonProperty("added")
        ADDED,
        /** The head is not as it was signed. */
        @JsonProperty("head-changed")
        HEAD_CHANGED,
        /** The chain is not the one that was known before: it was cut back or made anew. */
        @JsonProperty("not-the-known-chain")
        NOT_THE_KNOWN_CHAIN
    }
}
