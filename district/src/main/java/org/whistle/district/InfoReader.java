package org.whistle.district;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code district.json}. */
final class InfoReader {

    private static final String FILE = DistrictFiles.INFO;

    private final Problems problems;
    private boolean failed;

    private InfoReader(Problems problems) {
        this.problems = problems;
    }

    /** What the file says; empty when something is wrong with it, which is then among the problems. */
    static Optional<DistrictInfo> read(DistrictFiles files, Problems problems) {
        return new InfoReader(problems).read(files.content(FILE));
    }

    private Optional<DistrictInfo> read(byte @Nullable [] content) {
        if (content == null) {
            problems.add(FILE, 0, "", "缺少文件", "the file is missing");
            return Optional.empty();
        }
        Optional<String> text = CsvTable.text(content);
        if (text.isEmpty()) {
            problems.add(FILE, 0, "", "文件不是UTF-8编码", "the file is not UTF-8");
            return Optional.empty();
        }
        try {
            JsonNode root = new JsonMapper().readTree(text.get());
            if (!root.isObject()) {
                problems.add(FILE, 1, "", "应为JSON对象", "must be a JSON object");
                return Optional.empty();
            }
            return info(root);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(FILE, line, "", "JSON格式错误", "not well-formed JSON: " + e.getOriginalMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }

    private Optional<DistrictInfo> info(JsonNode root) {
        String code = text(root, "code");
        if (!code.isEmpty() && !PlaceLevel.of(code).equals(Optional.of(PlaceLevel.DISTRICT))) {
            fail("code", "区县代码应为6位数字：" + code, "the code of a district has 6 digits: " + code);
        }
        Label name = new Label(text(root, "nameZh"), text(root, "nameEn"));
        Label label = new Label(text(root, "labelZh"), text(root, "labelEn"));
        Label statement = new Label(text(root, "statementZh"), text(root, "statementEn"));
        ZoneId zone = zone(text(root, "timeZone"));
        return failed ? Optional.empty() : Optional.of(new DistrictInfo(code, name, zone, label, statement));
    }

    private ZoneId zone(String id) {
        try {
            return id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            fail("timeZone", "未知时区：" + id, "unknown time zone: " + id);
            return ZoneOffset.UTC;
        }
    }

    private String text(JsonNode root, String field) {
        JsonNode value = root.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            fail(field, "缺少文字", "a text is missing");
            return "";
        }
        return value.textValue();
    }

    private void fail(String field, String zh, String en) {
        failed = true;
        problems.add(FILE, 0, field, zh, en);
    }
}
