package org.whistle.feedback.place;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.Words;
import org.whistle.district.District;

/**
 * Names of places, bodies and types in both languages; small, so that the district's geometry need not stay in memory.
 *
 * @param version the district's version, or null while none was uploaded
 */
public record Names(
        @Nullable String version, Map<String, Words> places, Map<String, Words> departments, Map<String, Words> types) {

    /** Before a district was uploaded: codes have no names. */
    public static final Names NONE = new Names(null, Map.of(), Map.of(), Map.of());

    public Names {
        places = Map.copyOf(places);
        departments = Map.copyOf(departments);
        types = Map.copyOf(types);
    }

    /** The names of a district. */
    public static Names of(District district) {
        Map<String, Words> places = new HashMap<>();
        district.places()
                .forEach(place -> places.put(
                        place.code(), new Words(place.name().zh(), place.name().en())));
        Map<String, Words> departments = new HashMap<>();
        district.departments()
                .forEach(body -> departments.put(
                        body.code(), new Words(body.name().zh(), body.name().en())));
        Map<String, Words> types = new HashMap<>();
        district.types()
                .forEach(type -> types.put(
                        type.code(), new Words(type.name().zh(), type.name().en())));
        return new Names(district.version(), places, departments, types);
    }
}
