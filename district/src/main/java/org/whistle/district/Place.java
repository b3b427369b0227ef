package org.whistle.district;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One place of the tree district – street – community – grid.
 *
 * @param code standard code of 6, 9, 12 or 15 digits; an ancestor's code is a prefix of it
 * @param level the level, always the one its code says
 * @param name official name
 * @param kind what it consists of; residential unless the file says otherwise
 * @param households number of households, 0 where unknown; for grids usually 300–500
 * @param area polygon or multipolygon in WGS 84 degrees, x = longitude; shared, not to be changed
 */
public record Place(String code, PlaceLevel level, Label name, PlaceKind kind, int households, Geometry area) {

    /** Code of the parent; empty for the district. */
    public Optional<String> parentCode() {
        return level.parent().map(parent -> code.substring(0, parent.digits()));
    }

    /** The 6-digit code of the district this place lies in. */
    public String districtCode() {
        return code.substring(0, PlaceLevel.DISTRICT.digits());
    }

    /**
     * The 9-digit code of the street this place lies in.
     *
     * @throws IllegalStateException for a district
     */
    public String streetCode() {
        return ancestor(PlaceLevel.STREET);
    }

    /**
     * The 12-digit code of the community this place lies in.
     *
     * @throws IllegalStateException for a district or a street
     */
    public String communityCode() {
        return ancestor(PlaceLevel.COMMUNITY);
    }

    /** Whether this place is {@code areaCode} or lies in it. */
    public boolean isWithin(String areaCode) {
        return code.startsWith(areaCode);
    }

    private String ancestor(PlaceLevel wanted) {
        if (code.length() < wanted.digits()) {
            throw new IllegalStateException(code + " lies above the level " + wanted.code());
        }
        return code.substring(0, wanted.digits());
    }
}
