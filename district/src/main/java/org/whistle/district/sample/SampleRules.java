package org.whistle.district.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whistle.district.Condition;
import org.whistle.district.Department;
import org.whistle.district.IssueKind;
import org.whistle.district.IssueType;
import org.whistle.district.RoutingRule;

/** Derives the routing rules from the catalogue and adds a few that a street would want. */
final class SampleRules {

    /** The cover nobody owns up to: its rules contradict each other on purpose, so that a person decides. */
    static final String UNKNOWN_COVER = "C0123";

    private static final int BY_CATALOGUE = 10;
    private static final int BY_PLACE = 20;
    private static final int BY_OWNER = 50;

    private final Map<String, Department> bodies;
    private final CsvText csv = new CsvText(
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

    private SampleRules(List<Department> departments) {
        this.bodies = departments.stream().collect(Collectors.toMap(Department::code, body -> body));
    }

    /** The rules as CSV. */
    static String generate(List<IssueType> types, List<Department> departments) {
        SampleRules rules = new SampleRules(departments);
        for (IssueType type : types) {
            if (type.code().equals(UNKNOWN_COVER)) {
                rules.addUnknownCover(type);
            } else {
                type.conditions().forEach(condition -> rules.addByCatalogue(type, condition));
            }
        }
        types.stream().filter(type -> type.kind() == IssueKind.COMPONENT).forEach(rules::addByOwner);
        rules.addByPlace();
        return rules.csv.toString();
    }

    private void addByCatalogue(IssueType type, Condition condition) {
        boolean ownerLeads = condition.lead().equals(Department.ASSET_OWNER);
        String zh = ownerLeads
                ? "由产权单位牵头；登记簿中查不到产权单位时转街道研判"
                : "按问题性质和管理权限由" + bodies.get(condition.lead()).name().zh() + "牵头";
        String en = ownerLeads
                ? "the asset's owner leads; when the register has none, the street decides"
                : "by nature and authority: "
                        + bodies.get(condition.lead()).name().en() + " leads";
        csv.row(
                "R-" + type.code() + "-" + condition.code(),
                type.code(),
                condition.code(),
                "",
                "",
                condition.lead(),
                String.join(";", condition.cooperating()),
                yesNo(condition.joint()),
                String.valueOf(BY_CATALOGUE),
                type.name().zh() + "（" + condition.name().zh() + "）：" + zh,
                type.name().en() + " (" + condition.name().en() + "): " + en);
    }

    /** One rule for each body that may own the cover: several answers, so the matter goes to the street's queue. */
    private void addUnknownCover(IssueType type) {
        List<String> candidates = type.conditions().getFirst().cooperating().stream()
                .filter(body -> !body.equals("law-enforcement"))
                .toList();
        for (String candidate : candidates) {
            csv.row(
                    "R-" + type.code() + "-" + candidate,
                    type.code(),
                    "",
                    "",
                    "",
                    candidate,
                    "",
                    "no",
                    String.valueOf(BY_CATALOGUE),
                    "权属不明：可能属于" + bodies.get(candidate).name().zh() + "；有多个可能的产权单位，转街道研判，先围护，再吹哨认领",
                    "owner unknown: may belong to "
                            + bodies.get(candidate).name().en()
                            + "; several bodies may own it, so the street decides: make safe first, then whistle for the owner");
        }
    }

    /** A component goes to the owner of that asset, whatever its type says. */
    private void addByOwner(IssueType type) {
        List<String> cooperating = type.code().equals(UNKNOWN_COVER)
                ? List.of()
                : type.conditions().getFirst().cooperating().stream()
                        .filter(body -> !body.equals(Department.ASSET_OWNER))
                        .toList();
        boolean joint = type.conditions().getFirst().joint() && !cooperating.isEmpty();
        csv.row(
                "R-" + type.code() + "-owner",
                type.code(),
                "",
                "",
                RoutingRule.ANY_OWNER,
                Department.ASSET_OWNER,
                String.join(";", cooperating),
                yesNo(joint),
                String.valueOf(BY_OWNER),
                "部件归产权单位：登记簿中查到产权单位的，直接派给产权单位",
                "a component goes to its owner: the register knows whose it is");
    }

    /** Two examples of a street's own rule. */
    private void addByPlace() {
        Stream.of(
                        new String[] {
                            "R-E0122-012",
                            "E0122",
                            "370102012",
                            "parks",
                            "planning;law-enforcement",
                            "龙洞街道多为山林：非法伐树由园林绿化局牵头，规划和自然资源局协同核查林权",
                            "Longdong is mostly woodland: planning checks the forest title together with parks"
                        },
                        new String[] {
                            "R-E0128-004",
                            "E0128",
                            "370102004",
                            "police",
                            "law-enforcement;market",
                            "泉城路街道商户集中：商业噪音由公安局牵头，市场监督管理局协同",
                            "Quancheng Road is full of shops: market supervision cooperates on their noise"
                        })
                .forEach(rule -> csv.row(
                        rule[0],
                        rule[1],
                        "",
                        rule[2],
                        "",
                        rule[3],
                        rule[4],
                        "yes",
                        String.valueOf(BY_PLACE),
                        rule[5],
                        rule[6]));
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
