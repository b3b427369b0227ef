package org.whistle.district;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code departments.csv} and {@code catalogue.csv}. */
final class CatalogueReader {

    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String TYPE = "[A-Z][A-Za-z0-9]{1,15}";

    private final DistrictFiles files;
    private final Problems problems;
    private final Codes departmentCodes;
    private final Codes typeCodes;

    CatalogueReader(DistrictFiles files, Problems problems, Codes departmentCodes, Codes typeCodes) {
        this.files = files;
        this.problems = problems;
        this.departmentCodes = departmentCodes;
        this.typeCodes = typeCodes;
    }

    List<Department> departments() {
        List<String> columns = List.of("code", "name_zh", "name_en", "kind");
        Optional<List<CsvRow>> rows = CsvTable.read(files, DistrictFiles.DEPARTMENTS, columns, problems);
        if (rows.isEmpty()) {
            departmentCodes.setUnreadable();
        }
        List<Department> departments = new ArrayList<>();
        for (CsvRow row : rows.orElse(List.of())) {
            Department department = new Department(
                    row.newCode("code", CODE, departmentCodes),
                    row.label("name_zh", "name_en"),
                    row.choice("kind", DepartmentKind.class));
            if (!row.failed()) {
                departments.add(department);
            }
        }
        return departments;
    }

    /** The types with their conditions; call after {@link #departments}. */
    List<IssueType> types() {
        List<String> columns = List.of(
                "code",
                "name_zh",
                "name_en",
                "kind",
                "class_zh",
                "condition",
                "condition_zh",
                "condition_en",
                "lead",
                "cooperating",
                "urgency",
                "limit",
                "unit",
                "joint",
                "source");
        Optional<List<CsvRow>> rows = CsvTable.read(files, DistrictFiles.CATALOGUE, columns, problems);
        if (rows.isEmpty()) {
            typeCodes.setUnreadable();
        }
        Map<String, IssueType> heads = new LinkedHashMap<>();
        Map<String, List<Condition>> conditions = new LinkedHashMap<>();
        Codes conditionCodes = new Codes();
        for (CsvRow row : rows.orElse(List.of())) {
            IssueType head = head(row);
            Condition condition = condition(row, head.code(), conditionCodes);
            IssueType first = heads.putIfAbsent(head.code(), head);
            if (first != null && !first.equals(head)) {
                row.fail("code", "同一类型各行名称或分类不一致", "rows of one type differ in name, kind or class");
            }
            if (!row.failed()) {
                conditions.computeIfAbsent(head.code(), c -> new ArrayList<>()).add(condition);
            }
        }
        List<IssueType> types = new ArrayList<>();
        conditions.forEach((code, list) -> {
            IssueType head = heads.get(code);
            types.add(new IssueType(code, head.name(), head.kind(), head.group(), list));
        });
        return types;
    }

    private IssueType head(CsvRow row) {
        String code = row.matching("code", TYPE, "类型编码格式错误", "not a code of a type");
        typeCodes.declare(code);
        Label name = row.label("name_zh", "name_en");
        return new IssueType(code, name, row.choice("kind", IssueKind.class), row.text("class_zh"), List.of());
    }

    private Condition condition(CsvRow row, String type, Codes conditionCodes) {
        String code = row.matching("condition", "[a-z]", "条件编码应为一个小写字母", "a condition is one small letter");
        if (!conditionCodes.declare(type + '/' + code)) {
            row.fail("condition", "条件重复：" + code, "the condition is there twice: " + code);
        }
        Label name = row.label("condition_zh", "condition_en");
        String lead = row.known("lead", departmentCodes, "未知部门", "unknown department");
        List<String> cooperating = row.knownList("cooperating", departmentCodes, "未知部门", "unknown department");
        if (cooperating.contains(lead)) {
            row.fail("cooperating", "牵头部门不能同时协同", "the lead cannot cooperate as well");
        }
        Urgency urgency = row.choice("urgency", Urgency.class);
        Limit limit = new Limit(row.number("limit", 1, Limit.MAX), row.choice("unit", LimitUnit.class));
        boolean joint = row.yesNo("joint");
        Provenance source = row.choice("source", Provenance.class);
        return new Condition(code, name, lead, cooperating, urgency, limit, joint, source);
    }
}
