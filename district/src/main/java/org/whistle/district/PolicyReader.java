package org.whistle.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code policy.csv}. */
final class PolicyReader {

    private static final String FILE = DistrictFiles.POLICY;
    private static final List<String> OTHER_UNITS = List.of("percent", "count", "points", "m");

    private PolicyReader() {}

    static Policy read(DistrictFiles files, Problems problems) {
        List<String> columns = List.of("key", "value", "unit", "source");
        Optional<List<CsvRow>> rows = CsvTable.read(files, FILE, columns, problems);
        List<PolicyValue> values = new ArrayList<>();
        Codes keys = new Codes();
        if (rows.isEmpty()) {
            keys.setUnreadable();
        }
        for (CsvRow row : rows.orElse(List.of())) {
            PolicyValue value = new PolicyValue(
                    row.newCode("key", "[a-z]+(-[a-z]+)*(\\.[A-Za-z0-9]+(-[a-z]+)*)*", keys),
                    row.number("value", 0, Limit.MAX),
                    row.text("unit"),
                    row.choice("source", Provenance.class));
            check(row, value);
            if (!row.failed()) {
                values.add(value);
            }
        }
        for (String key : Policy.REQUIRED.keySet()) {
            if (!keys.knows(key)) {
                problems.add(FILE, 0, "key", "缺少" + key, "there is no " + key);
            }
        }
        checkThresholds(values, problems);
        return new Policy(values);
    }

    private static void check(CsvRow row, PolicyValue value) {
        boolean time = isTime(value.unit());
        List<String> allowed = Policy.REQUIRED.get(value.key());
        PolicyValue optional = Policy.DEFAULTS.get(value.key());
        boolean fits = allowed != null
                ? allowed.contains(value.unit())
                : optional != null
                        ? isTime(optional.unit()) ? time : optional.unit().equals(value.unit())
                        : time || OTHER_UNITS.contains(value.unit());
        if (!fits) {
            row.fail("unit", "单位不适用：" + value.unit(), "the unit does not fit: " + value.unit());
        }
        if (time && value.value() == 0) {
            row.fail("value", "时限不能为0", "a limit is not 0");
        }
    }

    private static boolean isTime(String unit) {
        return Coded.find(LimitUnit.class, unit).isPresent();
    }

    private static void checkThresholds(List<PolicyValue> values, Problems problems) {
        Map<String, Integer> numbers = new HashMap<>();
        values.forEach(value -> numbers.put(value.key(), value.value()));
        Integer warning = numbers.get("threshold.warning");
        Integer breach = numbers.get("threshold.breach");
        Integer supervision = numbers.get("threshold.supervision");
        if (warning != null && breach != null && supervision != null && (warning >= breach || breach >= supervision)) {
            problems.add(
                    FILE,
                    0,
                    "threshold.warning",
                    "阈值须依次增大：预警、超期、督办",
                    "thresholds must rise: warning, breach, supervision");
        }
    }
}
