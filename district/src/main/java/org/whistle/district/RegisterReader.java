package org.whistle.district;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code assets.csv} and {@code accounts.csv}. */
final class RegisterReader {

    private final DistrictFiles files;
    private final Problems problems;
    private final Codes departments;

    RegisterReader(DistrictFiles files, Problems problems, Codes departments) {
        this.files = files;
        this.problems = problems;
        this.departments = departments;
    }

    List<Asset> assets(Codes types) {
        List<String> columns = List.of("asset_id", "mark", "type", "owner", "longitude", "latitude", "name");
        List<Asset> assets = new ArrayList<>();
        Codes ids = new Codes();
        Codes marks = new Codes();
        for (CsvRow row :
                CsvTable.read(files, DistrictFiles.ASSETS, columns, problems).orElse(List.of())) {
            Asset asset = new Asset(
                    row.newCode("asset_id", "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", ids),
                    mark(row, marks),
                    row.known("type", types, "未知类型", "unknown type"),
                    row.knownOrBlank("owner", departments, "未知部门", "unknown department"),
                    position(row),
                    row.text("name"));
            if (!row.failed()) {
                assets.add(asset);
            }
        }
        return assets;
    }

    List<Account> accounts(Codes places) {
        List<String> columns = List.of("username", "name_zh", "name_en", "roles", "areas", "department", "note");
        List<Account> accounts = new ArrayList<>();
        Codes usernames = new Codes();
        for (CsvRow row :
                CsvTable.read(files, DistrictFiles.ACCOUNTS, columns, problems).orElse(List.of())) {
            List<Role> roles = row.choices("roles", Role.class);
            Account account = new Account(
                    row.newCode("username", "[a-z0-9][a-z0-9-]{0,62}", usernames),
                    row.label("name_zh", "name_en"),
                    roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles),
                    row.knownList("areas", places, "未知地点", "unknown place"),
                    row.knownOrBlank("department", departments, "未知部门", "unknown department"),
                    row.text("note"));
            if (account.areas().isEmpty()) {
                row.text("areas");
            }
            boolean handles = roles.contains(Role.HANDLER) || roles.contains(Role.MANAGER);
            if (handles && account.department() == null) {
                row.fail("department", "承办人员和部门负责人须有部门", "handlers and managers need a department");
            }
            if (!row.failed()) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    private static @Nullable String mark(CsvRow row, Codes marks) {
        String mark = row.optional("mark");
        if (mark != null && !marks.declare(mark)) {
            row.fail("mark", "标识重复：" + mark, "the mark is there twice: " + mark);
        }
        return mark;
    }

    private static Coordinates position(CsvRow row) {
        double longitude = row.parsed("longitude", Double::parseDouble, 0.0, "应为数字", "not a number");
        double latitude = row.parsed("latitude", Double::parseDouble, 0.0, "应为数字", "not a number");
        if (!Coordinates.isPosition(longitude, latitude)) {
            row.fail("longitude", "不是经纬度", "not a longitude and a latitude");
            return new Coordinates(0, 0);
        }
        return new Coordinates(longitude, latitude);
    }
}
