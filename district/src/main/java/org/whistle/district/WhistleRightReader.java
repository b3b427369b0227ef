package org.whistle.district;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code whistle-rights.csv}; a district without the file has the usual rights. */
final class WhistleRightReader {

    private static final String FILE = DistrictFiles.WHISTLE_RIGHTS;
    private static final Set<Role> CALLERS = EnumSet.of(Role.BRANCH, Role.COMMUNITY, Role.RESIDENT);

    private WhistleRightReader() {}

    static List<WhistleRight> read(DistrictFiles files, Codes departments, Codes places, Problems problems) {
        if (files.content(FILE) == null) {
            return WhistleRight.DEFAULTS;
        }
        List<WhistleRight> rights = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        List<String> columns = List.of("role", "kind", "place", "bodies");
        for (CsvRow row : CsvTable.read(files, FILE, columns, problems).orElse(List.of())) {
            Role role = row.choice("role", Role.class);
            if (!CALLERS.contains(role)) {
                row.fail("role", "只能是branch、community或resident", "must be branch, community or resident");
            }
            String kind = row.matching(
                    "kind",
                    WhistleRight.BRANCH + "|" + WhistleRight.RESIDENTS,
                    "只能是branch或residents",
                    "must be branch or residents");
            String place = row.knownOrBlank("place", places, "未知地点", "unknown place");
            List<String> bodies =
                    row.optional("bodies") != null && row.list("bodies").equals(List.of(WhistleRight.ANY))
                            ? List.of(WhistleRight.ANY)
                            : row.knownList("bodies", departments, "未知部门", "unknown department");
            List<Object> key = new ArrayList<>(List.of(role, kind));
            key.add(place);
            if (!seen.add(key)) {
                row.fail("place", "同一角色、哨种和地点重复", "role, kind and place are there twice");
            }
            if (!row.failed()) {
                rights.add(new WhistleRight(role, kind, place, bodies));
            }
        }
        return rights;
    }
}
