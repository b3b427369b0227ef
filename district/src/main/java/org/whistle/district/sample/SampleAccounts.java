package org.whistle.district.sample;

import java.util.List;
import org.whistle.district.Department;
import org.whistle.district.Label;
import org.whistle.district.Place;
import org.whistle.district.PlaceLevel;

/** Invents accounts for every role: functions, not people, and no passwords. */
final class SampleAccounts {

    private static final String DISTRICT = SampleNames.DISTRICT;
    private static final String DEMO = SampleNames.DEMO_STREET;
    private static final String FIRST_COMMUNITY = DEMO + "001";
    private static final String FIRST_GRID = FIRST_COMMUNITY + "001";

    private final CsvText csv = new CsvText("username", "name_zh", "name_en", "roles", "areas", "department", "note");

    private SampleAccounts() {}

    /** The accounts as CSV. */
    static String generate(List<Place> places, List<Department> departments) {
        SampleAccounts accounts = new SampleAccounts();
        places.forEach(accounts::addPlace);
        departments.forEach(accounts::addBody);
        accounts.addSingles();
        return accounts.csv.toString();
    }

    private void addPlace(Place place) {
        String code = place.code();
        Label name = place.name();
        boolean demo = place.isWithin(DEMO);
        if (place.level() == PlaceLevel.STREET) {
            String number = code.substring(6);
            add("dispatcher-" + number, name, "派单员", "dispatcher", "dispatcher", code, "", "派发本街道的工单");
            add("street-" + number, name, "承办人员", "handler", "handler", code, "street", "承办派给本街道的工单");
        } else if (place.level() == PlaceLevel.COMMUNITY && (demo || code.equals(DISTRICT + "001001"))) {
            add("community-" + code, name, "工作人员", "clerk", "community", code, "", "梳理汇总本社区的上报");
            add("branch-" + code, name, "小区党支部书记", "branch secretary", "branch", code, "", "协调网格员接下的协调性事项");
        } else if (place.level() == PlaceLevel.GRID && (demo || code.endsWith("001001"))) {
            add("grid-" + code, name, "网格员", "grid worker", "grid-worker", code, "", "在本网格上报和核查");
        }
    }

    private void addBody(Department body) {
        add(body.code() + "-handler", body.name(), "承办人员", "handler", "handler", DISTRICT, body.code(), "承办派给本单位的工单");
        add(
                body.code() + "-manager",
                body.name(),
                "负责人",
                "manager",
                "manager",
                DISTRICT,
                body.code(),
                "审核本单位的退单、延期和挂账");
    }

    private void addSingles() {
        Label district = new Label("历下区", "Lixia District");
        Label street = new Label("甸柳街道", "Dianliu Street Office");
        add("supervisor", district, "督办员", "supervisor", "supervisor", DISTRICT, "", "督办全区工单");
        add("leader", district, "区领导", "leader", "leader", DISTRICT, "", "查看全区报表");
        add("leader-009", street, "街道领导", "leader", "leader", DEMO, "", "查看本街道报表");
        add("call-agent", district, "回访员", "call-back clerk", "call-agent", DISTRICT, "", "电话回访上报人");
        add(
                "resident",
                new Label("甸新社区", "Dianxin Community"),
                "居民",
                "resident",
                "resident",
                FIRST_COMMUNITY,
                "",
                "上报、接受回访、评价");
        add(
                "unit-steward",
                new Label("甸新社区", "Dianxin Community"),
                "单元管家",
                "unit steward",
                "unit-steward",
                FIRST_GRID,
                "",
                "上报身边的问题");
        add(
                "building-head",
                new Label("甸新社区", "Dianxin Community"),
                "楼栋长",
                "building head",
                "building-head",
                FIRST_GRID,
                "",
                "上报身边的问题");
        add("administrator", district, "系统管理员", "administrator", "administrator;operator", DISTRICT, "", "更换区县数据、处理死信");
        add("operator", district, "运维人员", "operator", "operator", DISTRICT, "", "查看指标、处理死信");
    }

    private void add(
            String username,
            Label where,
            String whoZh,
            String whoEn,
            String roles,
            String area,
            String department,
            String note) {
        csv.row(username, where.zh() + whoZh, where.en() + ", " + whoEn, roles, area, department, note);
    }
}
