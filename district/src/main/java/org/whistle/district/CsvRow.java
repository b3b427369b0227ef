package org.whistle.district;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One row of a CSV file. A field that is wrong is reported, marks the row as failed and yields a stand-in, so that the row's other
 * fields are still checked; whoever reads the row leaves it out when it has {@link #failed}.
 */
final class CsvRow {

    private static final int MAX_TEXT = 500;

    private final CSVRecord csv;
    private final String file;
    private final int line;
    private final Problems problems;
    private boolean failed;

    CsvRow(CSVRecord csv, String file, int line, Problems problems) {
        this.csv = csv;
        this.file = file;
        this.line = line;
        this.problems = problems;
    }

    boolean failed() {
        return failed;
    }

    void fail(String column, String zh, String en) {
        failed = true;
        problems.add(file, line, column, zh, en);
    }

    /** A text that must be there. */
    String text(String column) {
        String value = raw(column);
        if (value.isEmpty()) {
            fail(column, "不能为空", "must not be blank");
        }
        return value;
    }

    /** A text that may be blank; null then. */
    @Nullable
    String optional(String column) {
        String value = raw(column);
        return value.isEmpty() ? null : value;
    }

    /** A name in both languages; the Chinese one must be there and stands in for the English one. */
    Label label(String columnZh, String columnEn) {
        String zh = text(columnZh);
        String en = raw(columnEn);
        return new Label(zh, en.isEmpty() ? zh : en);
    }

    /** A text of a given form, such as a code. */
    String matching(String column, String pattern, String zh, String en) {
        String value = text(column);
        if (!value.isEmpty() && !value.matches(pattern)) {
            fail(column, zh + "：" + value, en + ": " + value);
        }
        return value;
    }

    /** A code that must be declared nowhere else in the file. */
    String newCode(String column, String pattern, Codes codes) {
        String code = matching(column, pattern, "编码格式错误", "not a code of the expected form");
        if (!code.isEmpty() && !codes.declare(code)) {
            fail(column, "编码重复：" + code, "the code is used twice: " + code);
        }
        return code;
    }

    /** A code that must be declared in another file. */
    String known(String column, Codes codes, String zh, String en) {
        String code = text(column);
        if (!code.isEmpty()) {
            check(column, code, codes, zh, en);
        }
        return code;
    }

    /** Like {@link #known}, or blank; null then. */
    @Nullable
    String knownOrBlank(String column, Codes codes, String zh, String en) {
        String code = optional(column);
        if (code != null) {
            check(column, code, codes, zh, en);
        }
        return code;
    }

    /** Codes separated by semicolons, each declared in another file, none twice; may be blank. */
    List<String> knownList(String column, Codes codes, String zh, String en) {
        List<String> list = list(column);
        list.forEach(code -> check(column, code, codes, zh, en));
        return list;
    }

    /** Texts separated by semicolons, none twice; may be blank. */
    List<String> list(String column) {
        String value = raw(column);
        List<String> list = value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(";", -1)).map(String::strip).toList();
        if (list.contains("") || new HashSet<>(list).size() != list.size()) {
            fail(column, "列表中有空项或重复项", "the list has a blank or doubled item");
            return List.of();
        }
        return list;
    }

    /** A whole number within bounds. */
    int number(String column, int min, int max) {
        String value = text(column);
        if (value.isEmpty()) {
            return min;
        }
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        fail(
                column,
                "应为" + min + "至" + max + "的整数：" + value,
                "must be a whole number from " + min + " to " + max + ": " + value);
        return min;
    }

    /** One of the codes of an enum. */
    <E extends Enum<E> & Coded> E choice(String column, Class<E> type) {
        return choice(column, raw(column), type);
    }

    /** Several of the codes of an enum, separated by semicolons, at least one. */
    <E extends Enum<E> & Coded> List<E> choices(String column, Class<E> type) {
        if (text(column).isEmpty()) {
            return List.of();
        }
        return list(column).stream().map(code -> choice(column, code, type)).toList();
    }

    /** {@code yes} or {@code no}. */
    boolean yesNo(String column) {
        return switch (raw(column)) {
            case "yes" -> true;
            case "no" -> false;
            default -> {
                fail(column, "应为yes或no", "must be yes or no");
                yield false;
            }
        };
    }

    /** A value read by {@code parser}, which refuses by any RuntimeException; the stand-in is used then. */
    <T> T parsed(String column, Function<String, T> parser, T standIn, String zh, String en) {
        String value = text(column);
        if (value.isEmpty()) {
            return standIn;
        }
        try {
            return parser.apply(value);
        } catch (RuntimeException e) {
            fail(column, zh + "：" + value, en + ": " + value);
            return standIn;
        }
    }

    private <E extends Enum<E> & Coded> E choice(String column, String value, Class<E> type) {
        return Coded.find(type, value).orElseGet(() -> {
            String allowed = Stream.of(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
            fail(column, "未知取值“" + value + "”，可用：" + allowed, "unknown value \"" + value + "\", one of: " + allowed);
            return type.getEnumConstants()[0];
        });
    }

    private void check(String column, String code, Codes codes, String zh, String en) {
        if (!codes.knows(code)) {
            fail(column, zh + "：" + code, en + ": " + code);
        }
    }

    private String raw(String column) {
        // A column that may be missing altogether is as good as blank; those that must be there were looked for before.
        String value = csv.isMapped(column) ? csv.get(column) : "";
        boolean printable = value.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        if (value.length() > MAX_TEXT || !printable) {
            fail(column, "文字过长或含控制字符", "longer than " + MAX_TEXT + " characters, or with control characters");
            return "";
        }
        return value;
    }
}
