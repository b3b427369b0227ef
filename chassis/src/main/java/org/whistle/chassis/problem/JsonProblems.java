package org.whistle.chassis.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in plain words, naming the field, what Jackson could not read. */
final class JsonProblems {

    private static final JsonMapper NAMES = JsonMapper.builder().build();

    private JsonProblems() {}

    /** The refusal for a body that cannot be read, or empty when the program itself is at fault. */
    static Optional<ProblemException> of(JsonProcessingException failure) {
        return switch (failure) {
            case InvalidDefinitionException ours -> Optional.empty();
            case PropertyBindingException unknown ->
                Optional.of(ProblemException.field(path(unknown), "不认识的字段", "is not a field known here"));
            case ValueInstantiationException refused -> Optional.of(refusedByType(refused));
            case MismatchedInputException mismatch -> Optional.of(mismatch(mismatch));
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException ->
                Optional.of(ProblemException.field(path(mapping), "数值超出范围", "is a number out of range"));
            case JsonMappingException mapping
            when syntax(mapping) != null ->
                Optional.of(malformed(syntax(mapping).getLocation()));
            case JsonMappingException mapping ->
                Optional.of(ProblemException.field(path(mapping), "无法读取", "cannot be read"));
            case StreamReadException syntax -> Optional.of(malformed(syntax.getLocation()));
            case StreamConstraintsException limits ->
                Optional.of(ProblemException.field(
                        "body", "嵌套过深、数字或文字过长", "is nested too deeply, or holds a number or text that is too long"));
            default -> Optional.of(malformed(failure.getLocation()));
        };
    }

    private static @Nullable StreamReadException syntax(JsonMappingException failure) {
        return failure.getCause() instanceof StreamReadException syntax ? syntax : null;
    }

    private static ProblemException malformed(JsonLocation at) {
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        int column = at == null ? 1 : Math.max(1, at.getColumnNr());
        return ProblemException.of(CommonProblem.MALFORMED_JSON, line, column);
    }

    /** A record's own constructor said no; its message is written for the caller. */
    private static ProblemException refusedByType(ValueInstantiationException failure) {
        String message = failure.getCause() instanceof IllegalArgumentException own ? own.getMessage() : null;
        return message == null
                ? ProblemException.field(path(failure), "不符合要求", "is not acceptable")
                : ProblemException.field(path(failure), "不符合要求：" + message, message);
    }

    private static ProblemException mismatch(MismatchedInputException failure) {
        String path = path(failure);
        Class<?> target = failure.getTargetType();
        if (failure instanceof InvalidFormatException format && target != null && target.isEnum()) {
            String words = words(target);
            return ProblemException.field(path, "只能是：" + words, "must be one of: " + words);
        }
        if (String.valueOf(failure.getOriginalMessage()).startsWith("Missing required creator property")
                || String.valueOf(failure.getOriginalMessage()).startsWith("Cannot map `null`")) {
            return ProblemException.field(path, "必须提供", "is required");
        }
        Words expected = expected(target);
        return ProblemException.field(path, "应为" + expected.zh(), "must be " + expected.en());
    }

    private static String words(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(JsonProblems::wire)
                .collect(Collectors.joining(", "));
    }

    /** How a constant is written on the wire: by its {@code @JsonProperty} or {@code @JsonValue}, else its name. */
    private static String wire(Object constant) {
        return NAMES.convertValue(constant, String.class);
    }

    private static Words expected(@Nullable Class<?> target) {
        if (target == null) {
            return new Words("另一种类型", "of another type");
        }
        if (target == String.class) {
            return new Words("文字", "a text");
        }
        if (target == boolean.class || target == Boolean.class) {
            return new Words("true 或 false", "true or false");
        }
        if (target == int.class || target == Integer.class || target == long.class || target == Long.class) {
            return new Words("整数", "a whole number");
        }
        if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
            return new Words("数字", "a number");
        }
        if (target == UUID.class) {
            return new Words("UUID", "a UUID");
        }
        if (Temporal.class.isAssignableFrom(target)) {
            return new Words(
                    "ISO 8601 时间，例如 2026-01-05T09:00:00+08:00",
                    "an ISO 8601 time, for example 2026-01-05T09:00:00+08:00");
        }
        if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return new Words("数组", "an array");
        }
        if (Map.class.isAssignableFrom(target) || !target.isEnum()) {
            return new Words("JSON 对象", "a JSON object");
        }
        return new Words("另一种类型", "of another type");
    }

    private static String path(JsonMappingException failure) {
        List<JsonMappingException.Reference> path = failure.getPath();
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(cut(step.getFieldName()));
            }
        }
        return text.isEmpty() ? "body" : text.toString();
    }

    /** A field name may come from the caller; it is given back, but not without bounds. */
    private static String cut(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }
}
