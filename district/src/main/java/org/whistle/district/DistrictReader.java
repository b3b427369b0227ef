package org.whistle.district;

import java.util.List;
import java.util.Optional;
import org.whistle.district.PlacesReader.Located;

/** Reads and checks the files of a district, all of them, before it says what is wrong. */
final class DistrictReader {

    private DistrictReader() {}

    /**
     * @throws DistrictException with everything that is wrong with the files
     */
    static District read(DistrictFiles files) {
        Problems problems = new Problems();
        Codes places = new Codes();
        Codes departments = new Codes();
        Codes types = new Codes();

        Optional<DistrictInfo> info = InfoReader.read(files, problems);
        List<Located> located = PlacesReader.read(files, places, problems);
        new PlaceChecks(located, places, problems)
                .check(info.map(DistrictInfo::code).orElse(""));

        CatalogueReader catalogue = new CatalogueReader(files, problems, departments, types);
        List<Department> bodies = catalogue.departments();
        List<IssueType> issueTypes = catalogue.types();

        TimeReader time = new TimeReader(files, problems);
        List<CalendarDay> days = time.days(departments);
        List<WorkingHours> hours = time.workingHours(departments);
        Policy policy = PolicyReader.read(files, problems);

        RulesReader routing = new RulesReader(files, problems, departments, types, places);
        List<RoutingRule> rules = routing.rules(issueTypes);
        List<Duty> duties = routing.duties();

        RegisterReader register = new RegisterReader(files, problems, departments);
        List<Asset> assets = register.assets(types);
        List<Account> accounts = register.accounts(places);

        List<WhistleRight> whistleRights = WhistleRightReader.read(files, departments, places, problems);

        problems.throwIfAny();
        return new District(
                files,
                new DistrictContent(
                        info.orElseThrow(),
                        located.stream().map(Located::place).toList(),
                        bodies,
                        issueTypes,
                        days,
                        hours,
                        policy,
                        rules,
                        duties,
                        assets,
                        accounts,
                        whistleRights));
    }
}
