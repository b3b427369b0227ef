package org.whistle.dispatch.policy.web;

import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;

/** Checks of texts in what is sent here. */
public final class Texts {

    private Texts() {}

    /**
     * Notes what is wrong with a text: missing though required, blank, too long, or with a character no database keeps.
     *
     * @param max most characters
     */
    public static void check(FieldProblems problems, String field, @Nullable String value, int max, boolean required) {
        if (value == null || value.isBlank()) {
            problems.addIf(required || value != null, field, "必须填写", "is required");
            return;
        }
        problems.addIf(
                value.length() > max, field, "不能超过 " + max + " 个字符", "must not be longer than " + max + " characters");
        problems.addIf(value.indexOf('\0') >= 0, field, "含有不允许的字符", "holds a character that is not allowed");
    }
}
