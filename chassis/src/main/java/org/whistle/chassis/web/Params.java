package org.whistle.chassis.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.problem.ProblemException;

/**
 * Reads query parameters that came as text. Declare them as {@code String}: JAX-RS answers a parameter it cannot
 * convert with 404, and says nothing of the field. An absent or empty parameter is null; a wrong one is 400
 * {@code invalid-field}.
 */
public final class Params {

    /** The zone of the domain; a date without an offset means a day there. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Params() {}

    /** A UUID in its usual form. */
    public static @Nullable UUID uuid(String name, @Nullable String value) {
        if (absent(value)) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(value);
            if (uuid.toString().equalsIgnoreCase(value)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, like a shortened form.
        }
        throw ProblemException.field(name, "必须是 UUID", "must be a UUID");
    }

    /** A whole number within bounds, both included. */
    public static @Nullable Integer integer(String name, @Nullable String value, int min, int max) {
        if (absent(value)) {
            return null;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw ProblemException.field(
                name, "必须是 " + min + " 到 " + max + " 的整数", "must be a whole number from " + min + " to " + max);
    }

    /** A number within bounds, both included. */
    public static @Nullable Double decimal(String name, @Nullable String value, double min, double max) {
        if (absent(value)) {
            return null;
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw ProblemException.field(
                name, "必须是 " + min + " 到 " + max + " 的数", "must be a number from " + min + " to " + max);
    }

    /** An instant in ISO 8601 with any offset; {@code +} that a form decoder made a blank is read as one. */
    public static @Nullable Instant instant(String name, @Nullable String value) {
        if (absent(value)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.field(
                    name,
                    "必须是带时区的 ISO 8601 时间，例如 2026-01-05T09:00:00+08:00",
                    "must be an ISO 8601 time with offset, for example 2026-01-05T09:00:00+08:00");
        }
    }

    /** A date as in {@code 2026-01-05}. */
    public static @Nullable LocalDate date(String name, @Nullable String value) {
        if (absent(value)) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw ProblemException.field(name, "必须是日期，例如 2026-01-05", "must be a date, for example 2026-01-05");
        }
    }

    /** An instant, or a date for the start of that day in {@link #ZONE}. */
    public static @Nullable Instant instantOrDay(String name, @Nullable String value) {
        if (absent(value)) {
            return null;
        }
        return value.length() == 10 ? date(name, value).atStartOfDay(ZONE).toInstant() : instant(name, value);
    }

    /** A place code of 6, 9, 12 or 15 digits. */
    public static @Nullable String place(String name, @Nullable String value) {
        if (absent(value)) {
            return null;
        }
        if (!AreaScope.isArea(value)) {
            throw ProblemException.field(
                    name, "必须是 6、9、12 或 15 位地区编码", "must be a place code of 6, 9, 12 or 15 digits");
        }
        return value;
    }

    /** A text of bounded length. */
    public static @Nullable String text(String name, @Nullable String value, int max) {
        if (absent(value)) {
            return null;
        }
        if (value.length() > max || value.indexOf('\0') >= 0) {
            throw ProblemException.field(
                    name, "不能超过 " + max + " 个字符", "must not be longer than " + max + " characters");
        }
        return value;
    }

    /** One of the words given. */
    public static @Nullable String oneOf(String name, @Nullable String value, String... words) {
        return oneOf(name, value, Arrays.asList(words));
    }

    /** One of the words given. */
    public static @Nullable String oneOf(String name, @Nullable String value, List<String> words) {
        if (absent(value)) {
            return null;
        }
        if (!words.contains(value)) {
            String list = String.join(", ", words);
            throw ProblemException.field(name, "只能是：" + list, "must be one of: " + list);
        }
        return value;
    }

    /** @throws ProblemException 400 when a parameter that must be there is not */
    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw ProblemException.field(name, "必须提供", "is required");
        }
        return value;
    }

    private static boolean absent(@Nullable String value) {
        return value == null || value.isEmpty();
    }
}
