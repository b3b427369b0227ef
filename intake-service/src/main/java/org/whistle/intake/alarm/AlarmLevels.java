package org.whistle.intake.alarm;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.Place;
import org.whistle.contracts.intake.AlarmLevel;

/** Who speaks for an alarmed level: a role, within an area. */
public final class AlarmLevels {

    private AlarmLevels() {}

    /**
     * The levels that an account speaks for at a place.
     *
     * @param areas place codes it is responsible for
     */
    public static Set<AlarmLevel> of(Set<String> roles, List<String> areas, Place place) {
        Set<AlarmLevel> levels = EnumSet.noneOf(AlarmLevel.class);
        if (roles.contains(Roles.COMMUNITY) && covers(areas, place.community())) {
            levels.add(AlarmLevel.COMMUNITY);
        }
        if (roles.contains(Roles.DISPATCHER) && covers(areas, place.street())) {
            levels.add(AlarmLevel.STREET);
        }
        // A leader of one street does not speak for the district.
        if ((roles.contains(Roles.SUPERVISOR) || roles.contains(Roles.LEADER)) && covers(areas, place.district())) {
            levels.add(AlarmLevel.DISTRICT);
        }
        return levels;
    }

    private static boolean covers(List<String> areas, String code) {
        return areas.stream().anyMatch(code::startsWith);
    }
}
