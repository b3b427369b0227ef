package org.whistle.district;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One district with everything a city decides about it. Immutable, checked as a whole when read, and safe for use by many
 * threads at once. What was decided under one {@link #version} is explained by that version for good.
 */
public final class District {

    /** The files that say who handles and when is worked; they can be changed without touching places or catalogue. */
    public static final List<String> RULE_FILES = List.of(
            DistrictFiles.RULES,
            DistrictFiles.DUTY_LISTS,
            DistrictFiles.HOLIDAYS,
            DistrictFiles.WORKING_HOURS,
            DistrictFiles.ASSETS);

    private final DistrictFiles files;
    private final DistrictContent content;
    private final String version;
    private final Map<String, Place> placesByCode;
    private final Map<String, List<Place>> children = new HashMap<>();
    private final PlaceIndex index;
    private final Map<String, IssueType> typesByCode;
    private final Map<String, Department> departmentsByCode;
    private final WorkCalendar calendar;
    private final Map<String, List<RoutingRule>> rulesByType = new HashMap<>();
    private final Map<String, Duty> dutiesByStreetAndType;
    private final Map<String, Asset> assetsById;
    private final Map<String, Asset> assetsByMark = new HashMap<>();
    private final Map<String, Account> accountsByName;

    District(DistrictFiles files, DistrictContent content) {
        this.files = files;
        this.content = content;
        this.version = files.version();
        this.placesByCode = byKey(content.places(), Place::code);
        for (Place place : content.places()) {
            place.parentCode().ifPresent(parent -> children.computeIfAbsent(parent, p -> new ArrayList<>())
                    .add(place));
        }
        this.index = new PlaceIndex(places(PlaceLevel.GRID));
        this.typesByCode = byKey(content.types(), IssueType::code);
        this.departmentsByCode = byKey(content.departments(), Department::code);
        this.calendar = new WorkCalendar(content.days());
        for (RoutingRule rule : content.rules()) {
            rulesByType.computeIfAbsent(rule.type(), t -> new ArrayList<>()).add(rule);
        }
        this.dutiesByStreetAndType = byKey(content.duties(), duty -> duty.street() + '/' + duty.type());
        this.assetsById = byKey(content.assets(), Asset::id);
        for (Asset asset : content.assets()) {
            if (asset.mark() != null) {
                assetsByMark.put(asset.mark(), asset);
            }
        }
        this.accountsByName = byKey(content.accounts(), Account::username);
    }

    /** The sample district that comes with the software: 历下区, communities and grids invented. */
    public static District sample() {
        return DistrictReader.read(DistrictSources.ofClasspath("sample"));
    }

    /**
     * Reads a district from a folder.
     *
     * @throws DistrictException with everything that is wrong with the files
     */
    public static District read(Path directory) {
        return DistrictReader.read(DistrictSources.ofDirectory(directory));
    }

    /**
     * Reads a district from a zip archive of such a folder, at most {@value DistrictSources#MAX_MEGABYTES} MB unpacked.
     *
     * @throws DistrictException with everything that is wrong with the archive or its files
     */
    public static District read(byte[] zip) {
        return DistrictReader.read(DistrictSources.ofZip(zip));
    }

    /**
     * This district with some of its rules' files replaced, checked as a whole like any other.
     *
     * @param files new contents by name; each name is one of {@link #RULE_FILES}
     * @throws DistrictException with everything that is wrong with the files
     * @throws IllegalArgumentException when a name is not one of them
     */
    public District with(Map<String, byte[]> files) {
        for (String name : files.keySet()) {
            requireRuleFile(name);
        }
        Map<String, byte[]> all = new HashMap<>(this.files.contents());
        all.putAll(files);
        return DistrictReader.read(new DistrictFiles(all));
    }

    /**
     * One of the rules' files as it was read.
     *
     * @throws IllegalArgumentException when the name is not one of {@link #RULE_FILES}
     */
    public byte[] ruleFile(String name) {
        requireRuleFile(name);
        return files.contents().get(name).clone();
    }

    private static void requireRuleFile(String name) {
        if (!RULE_FILES.contains(name)) {
            throw new IllegalArgumentException(name + " is not one of " + RULE_FILES);
        }
    }

    /** Version: first 12 hex digits of SHA-256 over the data files; same content, same version. */
    public String version() {
        return version;
    }

    /** Code, name, time zone and label of the district. */
    public DistrictInfo info() {
        return content.info();
    }

    /** Every place, parents before children, else in the order of codes. */
    public List<Place> places() {
        return content.places();
    }

    /** Every place of one level, in the order of codes. */
    public List<Place> places(PlaceLevel level) {
        return content.places().stream().filter(place -> place.level() == level).toList();
    }

    /** A place by its code; empty when there is none such. */
    public Optional<Place> place(String code) {
        return Optional.ofNullable(placesByCode.get(code));
    }

    /** The places right below one, in the order of codes; empty for a grid and for an unknown code. */
    public List<Place> childrenOf(String code) {
        return Collections.unmodifiableList(children.getOrDefault(code, List.of()));
    }

    /** Finds the grid at a position. */
    public PlaceIndex index() {
        return index;
    }

    /** The catalogue, in the order of the file. */
    public List<IssueType> types() {
        return content.types();
    }

    /** An issue type by its code; empty when there is none such. */
    public Optional<IssueType> type(String code) {
        return Optional.ofNullable(typesByCode.get(code));
    }

    /** A condition of a type; empty when either is unknown. */
    public Optional<Condition> condition(String type, String condition) {
        return type(type).flatMap(found -> found.condition(condition));
    }

    /** The bodies, in the order of the file. */
    public List<Department> departments() {
        return content.departments();
    }

    /** A body by its code; empty when there is none such. */
    public Optional<Department> department(String code) {
        return Optional.ofNullable(departmentsByCode.get(code));
    }

    /** Workdays and days off. */
    public WorkCalendar calendar() {
        return calendar;
    }

    /** Rows of working hours, in the order of the file. */
    public List<WorkingHours> workingHours() {
        return content.workingHours();
    }

    /**
     * The working hours of a body on a day: the body's own season before its own year, before everybody's season, before
     * everybody's year. Whether the day is worked at all is {@link #isWorkday}.
     */
    public WorkingHours workingHours(@Nullable String department, LocalDate date) {
        WorkingHours best = null;
        int bestRank = -1;
        for (WorkingHours row : content.workingHours()) {
            boolean applies = row.department() == null || row.department().equals(department);
            int rank = (row.department() == null ? 0 : 2) + (row.isSeasonal() ? 1 : 0);
            if (applies && rank > bestRank && row.includes(date)) {
                best = row;
                bestRank = rank;
            }
        }
        if (best == null) {
            throw new IllegalStateException("a district always has hours for everybody and all year");
        }
        return best;
    }

    /** Whether a body has working hours, or days of the calendar, that are not everybody's. */
    public boolean hasOwnHours(String department) {
        return content.workingHours().stream().anyMatch(row -> department.equals(row.department()))
                || calendar.days().stream().anyMatch(day -> department.equals(day.department()));
    }

    /** Whether a body works on a day: on workdays, or every day for a round-the-clock service. */
    public boolean isWorkday(@Nullable String department, LocalDate date) {
        return calendar.isWorkday(department, date)
                || workingHours(department, date).everyDay();
    }

    /** The hours a body works on a day, in order; none on a day off, half of them on half a day. */
    public List<WorkingHours.Slot> slots(@Nullable String department, LocalDate date) {
        WorkingHours hours = workingHours(department, date);
        if (hours.everyDay()) {
            return hours.slots();
        }
        return calendar.entry(department, date)
                .map(day -> day.of(hours.slots()))
                .orElseGet(() -> calendar.isWorkday(department, date) ? hours.slots() : List.of());
    }

    /** Stage clocks, thresholds and other figures. */
    public Policy policy() {
        return content.policy();
    }

    /** Routing rules, in the order of the file. */
    public List<RoutingRule> rules() {
        return content.rules();
    }

    /**
     * The rules that answer for a matter: of all that match, those of the highest priority, in the order of the file. One
     * answer can be dispatched at once; none or several go to the street's queue.
     *
     * @param type code of the issue type
     * @param condition letter of the condition
     * @param place code of the place, usually the grid
     * @param assetOwner registered owner of the asset; null when unknown or no asset
     */
    public List<RoutingRule> answers(String type, String condition, String place, @Nullable String assetOwner) {
        List<RoutingRule> answers = new ArrayList<>();
        for (RoutingRule rule : rulesByType.getOrDefault(type, List.of())) {
            if (rule.matches(type, condition, place, assetOwner)) {
                if (!answers.isEmpty() && answers.getFirst().priority() < rule.priority()) {
                    answers.clear();
                }
                if (answers.isEmpty() || answers.getFirst().priority() == rule.priority()) {
                    answers.add(rule);
                }
            }
        }
        return Collections.unmodifiableList(answers);
    }

    /** The streets' duty lists, in the order of the file. */
    public List<Duty> duties() {
        return content.duties();
    }

    /** What a street's duty lists say about a type; empty when they do not mention it. */
    public Optional<Duty> duty(String street, String type) {
        return Optional.ofNullable(dutiesByStreetAndType.get(street + '/' + type));
    }

    /** The asset register, in the order of the file. */
    public List<Asset> assets() {
        return content.assets();
    }

    /** An asset by its id; empty when it is not registered. */
    public Optional<Asset> asset(String id) {
        return Optional.ofNullable(assetsById.get(id));
    }

    /** An asset by what can be read on it; empty when no asset carries that mark. */
    public Optional<Asset> assetMarked(String mark) {
        return Optional.ofNullable(assetsByMark.get(mark));
    }

    /** Whom people below the street may whistle for, in the order of the file. */
    public List<WhistleRight> whistleRights() {
        return content.whistleRights();
    }

    /**
     * The bodies that come when somebody whistles: what the most exact place says, of all roles together.
     *
     * @param kind {@link WhistleRight#BRANCH} or {@link WhistleRight#RESIDENTS}
     * @param place code of the place the matter lies in
     */
    public List<Department> whistledFor(Collection<String> roles, String kind, String place) {
        Set<String> codes = new LinkedHashSet<>();
        for (String role : roles) {
            List<WhistleRight> rights = content.whistleRights().stream()
                    .filter(right ->
                            right.role().code().equals(role) && right.kind().equals(kind) && right.holdsIn(place))
                    .toList();
            int exact = rights.stream().mapToInt(WhistleRight::exactness).max().orElse(0);
            rights.stream().filter(right -> right.exactness() == exact).forEach(right -> codes.addAll(right.bodies()));
        }
        return content.departments().stream()
                .filter(body -> !body.code().equals(Department.ASSET_OWNER)
                        && (codes.contains(WhistleRight.ANY) || codes.contains(body.code())))
                .toList();
    }

    /** The accounts to create at the identity provider, in the order of the file. */
    public List<Account> accounts() {
        return content.accounts();
    }

    /** An account by its login name; empty when there is none such. */
    public Optional<Account> account(String username) {
        return Optional.ofNullable(accountsByName.get(username));
    }

    /** The files this district was read from, for {@link DistrictArchive}. */
    DistrictFiles files() {
        return files;
    }

    private static <T> Map<String, T> byKey(Collection<T> items, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(key.apply(item), item));
        return map;
    }
}
