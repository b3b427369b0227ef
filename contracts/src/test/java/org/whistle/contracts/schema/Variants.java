package org.whistle.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks through a schema beside its example and makes, for each bound, a message that just breaks or keeps it. */
final class Variants {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** An ideograph outside the basic plane: one character, two UTF-16 units. */
    private static final String RARE = "𠮷";

    private final Contract contract;
    private final ObjectNode schema;
    private final ObjectNode example;
    private final List<Variant> variants = new ArrayList<>();

    Variants(Contract contract) {
        this.contract = contract;
        this.schema = contract.schema();
        this.example = contract.example();
        members(schema, List.of());
    }

    List<Variant> all() {
        return variants;
    }

    private void members(JsonNode object, List<Object> path) {
        Set<String> required = new TreeSet<>();
        object.get("required").forEach(name -> required.add(name.asText()));
        object.get("properties").fields().forEachRemaining(property -> {
            List<Object> at = new ArrayList<>(path);
            at.add(property.getKey());
            if (required.contains(property.getKey())) {
                add(at, "missing", false, null);
                add(at, "null", false, NODES.nullNode());
            } else {
                add(at, "missing", true, null);
            }
            value(resolved(property.getValue()), at);
        });
    }

    private void value(JsonNode type, List<Object> at) {
        switch (type.get("type").asText()) {
            case "object" -> {
                refused(at, NODES.textNode("x"), NODES.arrayNode(), NODES.numberNode(5));
                members(type, at);
            }
            case "array" -> array(type, at);
            case "boolean" -> {
                refused(at, NODES.textNode("true"), NODES.numberNode(1), NODES.objectNode());
                taken(at, NODES.booleanNode(true), NODES.booleanNode(false));
            }
            case "integer" -> integer(type, at);
            case "number" -> number(type, at);
            case "string" -> string(type, at);
            default -> throw new IllegalArgumentException(type.toString());
        }
    }

    private void integer(JsonNode type, List<Object> at) {
        long min = type.get("minimum").asLong();
        long max = type.get("maximum").asLong();
        refused(at, NODES.textNode("1"), NODES.numberNode(1.5), NODES.booleanNode(true));
        refused(at, NODES.numberNode(min - 1), NODES.numberNode(max + 1));
        taken(at, NODES.numberNode(min), NODES.numberNode(max));
    }

    private void number(JsonNode type, List<Object> at) {
        double min = type.get("minimum").asDouble();
        double max = type.get("maximum").asDouble();
        refused(at, NODES.textNode("1"), NODES.booleanNode(true));
        refused(at, NODES.numberNode(min - 0.0001), NODES.numberNode(max + 0.0001));
        taken(at, NODES.numberNode(min), NODES.numberNode(max), NODES.numberNode(1));
    }

    private void string(JsonNode type, List<Object> at) {
        refused(at, NODES.numberNode(5), NODES.booleanNode(true), NODES.objectNode(), NODES.arrayNode());
        if (type.has("enum")) {
            refused(at, NODES.textNode("no-such-word"), NODES.textNode(""), NODES.numberNode(0));
            // Inside a list another word may break a rule about the whole list.
            if (at.stream().noneMatch(Integer.class::isInstance)) {
                type.get("enum").forEach(word -> taken(at, word));
            }
        } else if (type.path("format").asText().equals("uuid")) {
            refused(at, NODES.textNode("not-a-uuid"), NODES.textNode(""));
        } else if (type.path("format").asText().equals("date-time")) {
            refused(at, NODES.textNode("yesterday"), NODES.textNode(""), NODES.textNode("2026-03-02"));
            refused(at, NODES.textNode("2026-03-02T09:00:00"), NODES.textNode("1772413200"));
            taken(
                    at,
                    NODES.textNode(OffsetDateTime.parse(at(at).asText())
                            .withOffsetSameInstant(ZoneOffset.ofHours(8))
                            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        } else if (type.path("pattern").asText().startsWith("^[0-9]")) {
            int digits = type.get("maxLength").asInt();
            refused(at, NODES.textNode("3".repeat(digits - 1)), NODES.textNode("3".repeat(digits + 1)));
            refused(at, NODES.textNode("x".repeat(digits)), NODES.textNode("３".repeat(digits)));
        } else {
            text(type, at);
        }
    }

    private void text(JsonNode type, List<Object> at) {
        if (type.has("maxLength")) {
            int max = type.get("maxLength").asInt();
            refused(at, NODES.textNode("x".repeat(max + 1)), NODES.textNode(RARE.repeat(max + 1)));
            taken(at, NODES.textNode("x".repeat(max)), NODES.textNode(RARE.repeat(max)));
        }
        if (type.has("pattern")) {
            refused(at, NODES.textNode(""), NODES.textNode("  "), NODES.textNode("\u3000"), NODES.textNode("\n"));
            taken(at, NODES.textNode(" x"), NODES.textNode("\u00a0"));
        } else {
            taken(at, NODES.textNode(""), NODES.textNode("  "));
        }
    }

    private void array(JsonNode type, List<Object> at) {
        refused(at, NODES.textNode("x"), NODES.objectNode(), NODES.numberNode(5));
        JsonNode items = resolved(type.get("items"));
        boolean one = type.has("contains");
        JsonNode entry = at(at).path(0).isMissingNode() ? sample(items) : at(at).get(at(at).size() - 1);
        if (one && at(at).size() < 2) {
            throw new AssertionError("the example of " + contract + " needs an entry that is not the one in " + at);
        }
        int max = type.get("maxItems").asInt();
        taken(at, filled(at(at), entry, max));
        refused(at, filled(at(at), entry, max + 1));
        if (!one) {
            taken(at, NODES.arrayNode());
            List<Object> first = new ArrayList<>(at);
            first.add(0);
            for (JsonNode wrong : List.of(NODES.nullNode(), NODES.numberNode(5), NODES.objectNode())) {
                variants.add(new Variant(
                        contract,
                        name(first),
                        "= " + wrong,
                        false,
                        with(at, NODES.arrayNode().add(wrong))));
            }
        } else {
            List<Object> last = new ArrayList<>(at);
            last.add(at(at).size() - 1);
            members(items, last);
        }
    }

    private static ArrayNode filled(JsonNode list, JsonNode entry, int size) {
        ArrayNode filled = NODES.arrayNode();
        list.forEach(filled::add);
        while (filled.size() < size) {
            filled.add(entry);
        }
        return filled;
    }

    private static JsonNode sample(JsonNode items) {
        if (items.has("enum")) {
            return items.get("enum").get(0);
        }
        return NODES.textNode(
                items.path("format").asText().equals("uuid") ? "0195545f-4e00-7a11-8c22-9d33ae44bf55" : "x");
    }

    private JsonNode resolved(JsonNode type) {
        if (!type.has("$ref")) {
            return type;
        }
        ObjectNode whole = schema.at(type.get("$ref").asText().substring(1)).deepCopy();
        type.fields().forEachRemaining(own -> whole.set(own.getKey(), own.getValue()));
        return whole;
    }

    private void refused(List<Object> at, JsonNode... values) {
        for (JsonNode value : values) {
            add(at, "= " + brief(value), false, value);
        }
    }

    private void taken(List<Object> at, JsonNode... values) {
        for (JsonNode value : values) {
            add(at, "= " + brief(value), true, value);
        }
    }

    private void add(List<Object> at, String change, boolean valid, @Nullable JsonNode value) {
        variants.add(new Variant(contract, name(at), change, valid, with(at, value)));
    }

    private JsonNode with(List<Object> at, @Nullable JsonNode value) {
        ObjectNode copy = example.deepCopy();
        JsonNode parent = copy;
        for (Object step : at.subList(0, at.size() - 1)) {
            parent = step instanceof Integer index ? parent.get(index) : parent.get((String) step);
        }
        String last = (String) at.getLast();
        if (value == null) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return copy;
    }

    private JsonNode at(List<Object> path) {
        JsonNode node = example;
        for (Object step : path) {
            node = step instanceof Integer index ? node.path(index) : node.path((String) step);
        }
        return node;
    }

    private static String name(List<Object> path) {
        StringBuilder name = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer) {
                name.append('[').append(step).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step);
            }
        }
        return name.toString();
    }

    private static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + ")" : text;
    }
}
