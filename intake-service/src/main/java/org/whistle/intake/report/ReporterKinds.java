package org.whistle.intake.report;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.intake.Reporter.Kind;

/** Who may file, and for which kinds of reporter (信息收集): a clerk files for the hotline, a resident only for themselves. */
public final class ReporterKinds {

    /** Role to the kinds it may file for; the first is what it files for when it does not say. In order of precedence. */
    private static final Map<String, List<Kind>> BY_ROLE = byRole();

    private ReporterKinds() {}

    private static Map<String, List<Kind>> byRole() {
        Map<String, List<Kind>> kinds = new LinkedHashMap<>();
        kinds.put(Roles.GRID_WORKER, List.of(Kind.GRID_WORKER, Kind.PATROL, Kind.RESIDENT));
        kinds.put(Roles.CALL_AGENT, List.of(Kind.HOTLINE, Kind.RESIDENT));
        kinds.put(Roles.DISPATCHER, List.of(Kind.HOTLINE, Kind.PATROL, Kind.COMMUNITY, Kind.RESIDENT));
        kinds.put(Roles.COMMUNITY, List.of(Kind.COMMUNITY, Kind.PATROL, Kind.RESIDENT));
        kinds.put(Roles.BRANCH, List.of(Kind.COMMUNITY, Kind.RESIDENT));
        kinds.put(Roles.UNIT_STEWARD, List.of(Kind.COMMUNITY, Kind.RESIDENT));
        kinds.put(Roles.BUILDING_HEAD, List.of(Kind.COMMUNITY, Kind.RESIDENT));
        kinds.put(Roles.RESIDENT, List.of(Kind.RESIDENT));
        return kinds;
    }

    /** The roles that may file a report. */
    public static Set<String> filingRoles() {
        return BY_ROLE.keySet();
    }

    /** The kind a caller with these roles files for when they do not say. */
    public static Kind usual(Set<String> roles) {
        return BY_ROLE.entrySet().stream()
                .filter(entry -> roles.contains(entry.getKey()))
                .map(entry -> entry.getValue().getFirst())
                .findFirst()
                .orElse(Kind.RESIDENT);
    }

    /** All kinds a caller with these roles may file for. */
    public static Set<Kind> allowed(Set<String> roles) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        BY_ROLE.forEach((role, ofRole) -> {
            if (roles.contains(role)) {
                kinds.addAll(ofRole);
            }
        });
        return kinds;
    }
}
