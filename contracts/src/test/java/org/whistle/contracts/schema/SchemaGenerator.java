package org.whistle.contracts.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.reply.ReplyCommand;

/** Makes a message's JSON Schema (2020-12) of its record and of {@link FieldWords}. */
final class SchemaGenerator {

    /** What {@link String#isBlank()} takes for blank, spelt out: what {@code \s} means differs between validators. */
    private static final String NOT_BLANK =
            "[^\\t-\\r\\u001c- \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]";

    private static final String ID = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
    private static final String INSTANT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$";

    private final FieldWords words;
    private final Map<String, ObjectNode> parts = new TreeMap<>();

    private SchemaGenerator(FieldWords words) {
        this.words = words;
    }

    /** The schema's text as it stands in the approved file. */
    static String generate(Contract contract, FieldWords words) {
        return pretty(new SchemaGenerator(words).message(contract));
    }

    private ObjectNode message(Contract contract) {
        Map<String, Object> meaning = words.message(contract.name());
        ObjectNode schema = Contract.JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:whistle:schema:" + contract.name());
        schema.put("title", (String) meaning.get("title"));
        schema.put("description", meaning.get("says") + " Topic: " + topic(contract) + ".");
        schema.put(
                "$comment",
                "Version 1, the first. A field may be added, and then may be absent; anything else is a new type.");
        fill(schema, contract.record(), field -> words.messageField(contract.name(), field));
        ObjectNode definitions = schema.putObject("$defs");
        parts.forEach(definitions::set);
        return schema;
    }

    private static String topic(Contract contract) {
        if (JournalEvent.class.isAssignableFrom(contract.record())) {
            return Topics.JOURNAL;
        } else if (AssignmentMessage.class.isAssignableFrom(contract.record())) {
            return Topics.ASSIGNED_PREFIX + "<department>";
        } else if (ReplyCommand.class.isAssignableFrom(contract.record())) {
            return Topics.REPLY_PREFIX + "<department>";
        } else if (CommunityEvent.class.isAssignableFrom(contract.record())) {
            return Topics.COMMUNITY;
        }
        return Topics.REPLY_PREFIX + "<department>.rejected";
    }

    private void fill(ObjectNode schema, Class<?> record, WordsOf wordsOf) {
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : record.getRecordComponents()) {
            Map<String, Object> meaning = wordsOf.field(component.getName());
            // A missing list is the empty one, which is fine unless one entry must be there.
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || (component.getType() == List.class && !meaning.containsKey("one"));
            if (!optional) {
                required.add(component.getName());
            }
            ObjectNode property = property(component.getGenericType(), optional, meaning);
            property.put("description", (String) meaning.get("says"));
            properties.set(component.getName(), property);
        }
        schema.put("additionalProperties", true);
    }

    private ObjectNode property(Type type, boolean optional, Map<String, Object> meaning) {
        ObjectNode property = Contract.JSON.createObjectNode();
        if (type instanceof ParameterizedType list) {
            property.put("type", "array");
            property.set("items", property(list.getActualTypeArguments()[0], true, Map.of()));
            property.put("maxItems", (int) meaning.get("entries"));
            if (meaning.get("one") instanceof Map<?, ?> one) {
                exactlyOne(property, one);
            } else {
                property.putArray("default");
            }
        } else if (type == String.class) {
            text(property, optional, meaning);
        } else if (type == UUID.class) {
            reference(property, "Id", this::id);
        } else if (type == Instant.class) {
            reference(property, "Instant", this::instant);
        } else if (type == boolean.class) {
            property.put("type", "boolean");
        } else if (type == int.class) {
            property.put("type", "integer");
            property.put("minimum", (int) meaning.get("min"));
            property.put("maximum", Integer.MAX_VALUE);
        } else if (type == double.class) {
            property.put("type", "number");
            property.put("minimum", (int) meaning.get("min"));
            property.put("maximum", (int) meaning.get("max"));
        } else if (type instanceof Class<?> word && word.isEnum()) {
            property.put("type", "string");
            ArrayNode values = property.putArray("enum");
            wireNames(word).stream()
                    .filter(name -> !(meaning.get("without") instanceof List<?> without && without.contains(name)))
                    .forEach(values::add);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            reference(property, record.getSimpleName(), node -> {
                node.put("description", (String)
                        words.part(record.getSimpleName()).get("says"));
                fill(node, record, field -> words.partField(record.getSimpleName(), field));
            });
        } else {
            throw new IllegalArgumentException("no schema for " + type);
        }
        return property;
    }

    private void text(ObjectNode property, boolean optional, Map<String, Object> meaning) {
        if (meaning.get("digits") instanceof Integer digits) {
            property.put("type", "string");
            property.put("pattern", "^[0-9]{" + digits + "}$");
            // Some validators let $ match before a line's end.
            property.put("maxLength", digits);
        } else if (optional) {
            property.put("type", "string");
        } else {
            reference(property, "Words", this::words);
        }
        if (meaning.get("digits") == null && meaning.get("max") instanceof Integer max) {
            property.put("maxLength", max);
        }
    }

    private static void exactlyOne(ObjectNode property, Map<?, ?> one) {
        ObjectNode contains = property.putObject("contains");
        ArrayNode required = contains.putArray("required");
        ObjectNode properties = contains.putObject("properties");
        one.forEach((field, value) -> {
            required.add((String) field);
            properties.putObject((String) field).put("const", (String) value);
        });
        property.put("minContains", 1);
        property.put("maxContains", 1);
    }

    private void reference(ObjectNode property, String name, Filling filling) {
        property.put("$ref", "#/$defs/" + name);
        if (!parts.containsKey(name)) {
            ObjectNode part = Contract.JSON.createObjectNode();
            parts.put(name, part);
            filling.fill(part);
        }
    }

    private void words(ObjectNode node) {
        node.put("description", "Text with at least one character that is no space; characters are code points.");
        node.put("type", "string");
        node.put("pattern", NOT_BLANK);
    }

    private void id(ObjectNode node) {
        node.put("description", "A UUID.");
        node.put("type", "string");
        node.put("format", "uuid");
        node.put("pattern", ID);
    }

    private void instant(ObjectNode node) {
        node.put("description", "An instant in ISO 8601 with any offset.");
        node.put("type", "string");
        node.put("format", "date-time");
        node.put("pattern", INSTANT);
    }

    private static List<String> wireNames(Class<?> word) {
        List<String> names = new ArrayList<>();
        for (Object constant : word.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            try {
                names.add(word.getField(name).getAnnotation(JsonProperty.class).value());
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return names;
    }

    private static String pretty(ObjectNode schema) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(indent)
                .withArrayIndenter(indent)
                .withSeparators(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""));
        try {
            return Contract.JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface WordsOf {
        Map<String, Object> field(String name);
    }

    @FunctionalInterface
    private interface Filling {
        void fill(ObjectNode node);
    }
}
