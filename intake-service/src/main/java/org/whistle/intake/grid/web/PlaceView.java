package org.whistle.intake.grid.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.contracts.Place;
import org.whistle.district.Label;
import org.whistle.intake.grid.Gazetteer;

/**
 * A place as callers see it: codes of all four levels, and their names in the caller's language.
 *
 * @param district 6 digits
 * @param street 9 digits
 * @param community 12 digits
 * @param grid 15 digits
 * @param districtName null, as the other names, when the present district does not know the code
 */
@Schema(name = "Place")
public record PlaceView(
        @Schema(examples = "370102") String district,
        @Schema(examples = "370102009") String street,
        @Schema(examples = "370102009001") String community,
        @Schema(examples = "370102009001001") String grid,
        @Schema(examples = "历下区") @Nullable String districtName,
        @Schema(examples = "甸柳街道") @Nullable String streetName,
        @Nullable String communityName,
        @Nullable String gridName) {

    /** The view of a place. */
    public static PlaceView of(Place place, Gazetteer gazetteer, Language language) {
        return new PlaceView(
                place.district(),
                place.street(),
                place.community(),
                place.grid(),
                text(gazetteer.nameOf(place.district()), language),
                text(gazetteer.nameOf(place.street()), language),
                text(gazetteer.nameOf(place.community()), language),
                text(gazetteer.nameOf(place.grid()), language));
    }

    /** A name in a language. */
    public static @Nullable String text(@Nullable Label label, Language language) {
        return label == null ? null : language.pick(label.zh(), label.en());
    }
}
