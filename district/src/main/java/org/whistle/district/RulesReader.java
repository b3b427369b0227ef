package org.whistle.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code rules.csv} and {@code duty-lists.csv}. */
final class RulesReader {

    private static final int MAX_PRIORITY = 1_000;

    private final DistrictFiles files;
    private final Problems problems;
    private final Codes departments;
    private final Codes types;
    private final Codes places;

    RulesReader(DistrictFiles files, Problems problems, Codes departments, Codes types, Codes places) {
        this.files = files;
        this.problems = problems;
        this.departments = departments;
        this.types = types;
        this.places = places;
    }

    List<RoutingRule> rules(List<IssueType> catalogue) {
        List<String> columns = List.of(
                "id",
                "type",
                "condition",
                "place",
                "asset_owner",
                "lead",
                "cooperating",
                "joint",
                "priority",
                "note_zh",
                "note_en");
        Optional<List<CsvRow>> rows = CsvTable.read(files, DistrictFiles.RULES, columns, problems);
        List<RoutingRule> rules = new ArrayList<>();
        Codes ids = new Codes();
        for (CsvRow row : rows.orElse(List.of())) {
            RoutingRule rule = rule(row, ids);
            checkCondition(row, rule, catalogue);
            // A rule with another mistake still answers for its condition; that mistake is reported already.
            rules.add(rule);
        }
        if (rows.isPresent()) {
            checkComplete(rules, catalogue);
        }
        return rules;
    }

    List<Duty> duties() {
        List<String> columns = List.of("street", "type", "mode");
        List<Duty> duties = new ArrayList<>();
        Codes pairs = new Codes();
        for (CsvRow row : CsvTable.read(files, DistrictFiles.DUTY_LISTS, columns, problems)
                .orElse(List.of())) {
            Duty duty = new Duty(
                    row.known("street", places, "未知街道", "unknown street"),
                    row.known("type", types, "未知类型", "unknown type"),
                    row.choice("mode", DutyMode.class));
            if (!row.failed() && !PlaceLevel.of(duty.street()).equals(Optional.of(PlaceLevel.STREET))) {
                row.fail("street", "应为街道代码：" + duty.street(), "not the code of a street: " + duty.street());
            }
            if (!row.failed() && !pairs.declare(duty.street() + '/' + duty.type())) {
                row.fail("type", "同一街道同一类型重复", "the street has this type twice");
            }
            if (!row.failed()) {
                duties.add(duty);
            }
        }
        return duties;
    }

    private RoutingRule rule(CsvRow row, Codes ids) {
        String lead = row.known("lead", departments, "未知部门", "unknown department");
        List<String> cooperating = row.knownList("cooperating", departments, "未知部门", "unknown department");
        if (cooperating.contains(lead)) {
            row.fail("cooperating", "牵头部门不能同时协同", "the lead cannot cooperate as well");
        }
        return new RoutingRule(
                row.newCode("id", "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", ids),
                row.known("type", types, "未知类型", "unknown type"),
                row.optional("condition"),
                row.knownOrBlank("place", places, "未知地点", "unknown place"),
                owner(row),
                lead,
                cooperating,
                row.yesNo("joint"),
                row.number("priority", 0, MAX_PRIORITY),
                row.label("note_zh", "note_en"));
    }

    private @Nullable String owner(CsvRow row) {
        String owner = row.optional("asset_owner");
        return RoutingRule.ANY_OWNER.equals(owner)
                ? owner
                : row.knownOrBlank("asset_owner", departments, "未知部门", "unknown department");
    }

    private static void checkCondition(CsvRow row, RoutingRule rule, List<IssueType> catalogue) {
        String condition = rule.condition();
        boolean unknown = condition != null
                && catalogue.stream()
                        .anyMatch(type -> type.code().equals(rule.type())
                                && type.condition(condition).isEmpty());
        if (unknown) {
            row.fail("condition", "类型无此条件：" + condition, "the type has no such condition: " + condition);
        }
    }

    private void checkComplete(List<RoutingRule> rules, List<IssueType> catalogue) {
        for (IssueType type : catalogue) {
            for (Condition condition : type.conditions()) {
                if (rules.stream().noneMatch(rule -> answersEverywhere(rule, type.code(), condition.code()))) {
                    String row = type.code() + "/" + condition.code();
                    problems.add(
                            DistrictFiles.RULES,
                            0,
                            "type",
                            row + "没有处处适用的规则",
                            row + " has no rule that holds everywhere and for any owner");
                }
            }
        }
    }

    private static boolean answersEverywhere(RoutingRule rule, String type, @Nullable String condition) {
        return rule.type().equals(type)
                && rule.place() == null
                && rule.assetOwner() == null
                && (rule.condition() == null || rule.condition().equals(condition));
    }
}
