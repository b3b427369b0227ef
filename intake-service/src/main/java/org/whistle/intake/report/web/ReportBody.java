package org.whistle.intake.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.Reporter;

/**
 * A report as it comes in; checked by {@link ReportChecks}.
 *
 * @param clientId the caller's own id of this report; sending the same again is answered the same
 */
@Schema(name = "NewReport")
public record ReportBody(
        @Schema(required = true, maxLength = 100, examples = "phone-7f3a-000123") @Nullable
        String clientId,

        @Schema(description = "Type of the catalogue; without it the street classifies", examples = "C0101") @Nullable
        String type,

        @Schema(description = "Condition letter of that type; may be left out when there is only one", examples = "a")
        @Nullable
        String condition,

        @Schema(
                description = "Kind of matter; coordination when left out",
                enumeration = {"routine", "coordination", "prominent", "emergency"},
                examples = "coordination")
        @Nullable
        MatterKind matter,

        @Schema(
                description =
                        "Coordination matters only: the level below the street that is to coordinate it first. Left out, "
                                + "the report goes to the street, since its filer sees that the levels below cannot solve it",
                enumeration = {"unit-steward", "building-head", "grid-worker", "branch", "community"},
                examples = "branch")
        @Nullable
        ChainLevel level,

        @Schema(required = true, maxLength = 2000, examples = "井盖缺失，行人有跌落危险") @Nullable
        String text,

        @Schema(required = true) @Nullable PositionBody position,

        @Schema(maxLength = 200, examples = "甸新东路 12 号门前") @Nullable
        String address,

        @Schema(maxLength = 64, description = "The asset's number in the register") @Nullable
        String assetId,

        @Schema(maxLength = 64, description = "What is readable on the object itself") @Nullable
        String assetMark,

        @Schema(maxItems = 9, description = "Ids of photos uploaded before") @Nullable
        List<@Nullable UUID> photos,

        @Schema(description = "Who saw it; kept encrypted, shown to who must reach them, on record") @Nullable
        ReporterBody reporter,

        @Schema(description = "The open ticket this is another report of") @Nullable
        UUID joins,

        @Schema(maxLength = 2000, description = "What was done on the spot; routine matters only") @Nullable
        String outcome,

        // Left out of the fingerprint when absent, so that a report from before still is the same request.
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Whoever reports must stay hidden (举报)")
        @Nullable
        Boolean whistleblower,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The body a whistle-blower reports on", examples = "urban-management")
        @Nullable
        String about) {

    /** Whether whoever reports must stay hidden. */
    boolean hidesReporter() {
        return Boolean.TRUE.equals(whistleblower);
    }

    /** A position and the datum it is in. */
    @Schema(name = "StatedPosition")
    public record PositionBody(
            @Schema(required = true, minimum = "-180", maximum = "180", examples = "117.0702") @Nullable
            Double longitude,

            @Schema(required = true, minimum = "-90", maximum = "90", examples = "36.6612") @Nullable
            Double latitude,

            @Schema(
                    required = true,
                    enumeration = {"wgs84", "gcj02"},
                    examples = "wgs84")
            @Nullable
            String datum) {}

    /** Who saw it, and through which kind of person it came in. */
    @Schema(name = "ReporterData")
    public record ReporterBody(
            @Schema(maxLength = 64) @Nullable String name,

            @Schema(maxLength = 32, description = "Digits; blanks, hyphens and a leading + are fine") @Nullable
            String phone,

            @Schema(
                    description = "As the caller's role allows",
                    enumeration = {"grid-worker", "resident", "hotline", "patrol", "community"})
            Reporter.@Nullable Kind kind) {

        /** Says nothing, wherever it may be printed. */
        @Override
        public String toString() {
            return "ReporterBody[hidden]";
        }
    }
}
