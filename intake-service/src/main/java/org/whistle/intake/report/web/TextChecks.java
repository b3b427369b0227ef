package org.whistle.intake.report.web;

import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;

/** Checks that what should be a text is one: there, not too long, without control characters and halves of characters. */
public final class TextChecks {

    private TextChecks() {}

    /**
     * A text that must be there.
     *
     * @param max most characters
     * @param lines whether it may have several lines
     */
    public static void required(FieldProblems problems, String field, @Nullable String value, int max, boolean lines) {
        if (value == null || value.isBlank()) {
            problems.add(field, "必须填写", "is required");
        } else {
            bounded(problems, field, value, max, lines);
        }
    }

    /**
     * A text that may be left out.
     *
     * @param max most characters
     * @param lines whether it may have several lines
     */
    public static void optional(FieldProblems problems, String field, @Nullable String value, int max, boolean lines) {
        if (value == null) {
            return;
        }
        if (value.isBlank()) {
            problems.add(field, "不能为空白；没有就不填", "must not be blank; leave it out instead");
        } else {
            bounded(problems, field, value, max, lines);
        }
    }

    private static void bounded(FieldProblems problems, String field, String value, int max, boolean lines) {
        if (value.length() > max) {
            problems.add(field, "不能超过 " + max + " 个字符", "must not be longer than " + max + " characters");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean lineEnd = c == '\n' || c == '\r' || c == '\t';
            if (Character.isISOControl(c) && !(lines && lineEnd)) {
                problems.add(field, "含有控制字符", "holds control characters");
                return;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                problems.add(field, "含有不完整的字符", "holds half a character");
                return;
            }
        }
    }
}
