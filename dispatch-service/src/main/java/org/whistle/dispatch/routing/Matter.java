package org.whistle.dispatch.routing;

import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.intake.ReportFiled;

/**
 * What the routing looks at.
 *
 * @param type code of the issue type; null while nobody classified it
 * @param condition letter of the condition; null with the type
 * @param assetId number of the asset in the register, when the reporter knew it
 * @param assetMark what is readable on the asset, when anything is
 * @param position where it lies; null when that is not looked at
 */
public record Matter(
        @Nullable String type,
        @Nullable String condition,
        Place place,
        @Nullable String assetId,
        @Nullable String assetMark,
        @Nullable Position position) {

    /** What a report says. */
    public static Matter of(ReportFiled report) {
        return new Matter(
                report.type(),
                report.condition(),
                report.place(),
                report.assetId(),
                report.assetMark(),
                report.position());
    }
}
