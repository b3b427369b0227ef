package org.whistle.district;

import java.util.List;

/** What the files of a district say, file by file, already checked. */
record DistrictContent(
        DistrictInfo info,
        List<Place> places,
        List<Department> departments,
        List<IssueType> types,
        List<CalendarDay> days,
        List<WorkingHours> workingHours,
        Policy policy,
        List<RoutingRule> rules,
        List<Duty> duties,
        List<Asset> assets,
        List<Account> accounts,
        List<WhistleRight> whistleRights) {

    DistrictContent {
        places = List.copyOf(places);
        departments = List.copyOf(departments);
        types = List.copyOf(types);
        days = List.copyOf(days);
        workingHours = List.copyOf(workingHours);
        rules = List.copyOf(rules);
        duties = List.copyOf(duties);
        assets = List.copyOf(assets);
        accounts = List.copyOf(accounts);
        whistleRights = List.copyOf(whistleRights);
    }
}
