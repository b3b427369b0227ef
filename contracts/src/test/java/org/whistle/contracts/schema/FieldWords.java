package org.whistle.contracts.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code fields.yaml}: what each field means, and its bounds. It keeps account of what was asked for. */
final class FieldWords {

    private final Map<String, Object> root;
    private final TreeSet<String> unused = new TreeSet<>();

    private FieldWords(Map<String, Object> root) {
        this.root = root;
        map(root, "common").keySet().forEach(field -> unused.add("common." + field));
        for (String group : List.of("parts", "messages")) {
            map(root, group).forEach((owner, entry) -> {
                unused.add(group + "." + owner);
                map(cast(entry), "fields").keySet().forEach(field -> unused.add(group + "." + owner + "." + field));
            });
        }
    }

    static FieldWords load() {
        return new FieldWords(
                cast(new Yaml(new SafeConstructor(new LoaderOptions())).load(Contract.resource("/fields.yaml"))));
    }

    /** Title and meaning of a message. */
    Map<String, Object> message(String type) {
        return owner("messages", type);
    }

    /** Meaning of a record inside messages. */
    Map<String, Object> part(String record) {
        return owner("parts", record);
    }

    /** Meaning and bounds of a message's field. */
    Map<String, Object> messageField(String type, String field) {
        return field("messages", type, field);
    }

    /** Meaning and bounds of a field of a record inside messages. */
    Map<String, Object> partField(String record, String field) {
        return field("parts", record, field);
    }

    /** Entries nobody asked for: of a field or message that is gone, or misspelt. */
    TreeSet<String> unused() {
        return unused;
    }

    private Map<String, Object> owner(String group, String owner) {
        unused.remove(group + "." + owner);
        return Objects.requireNonNull(cast(map(root, group).get(owner)), () -> "no words for " + owner);
    }

    private Map<String, Object> field(String group, String owner, String field) {
        Object own = map(owner(group, owner), "fields").get(field);
        unused.remove((own != null ? group + "." + owner : "common") + "." + field);
        Object words = own != null ? own : map(root, "common").get(field);
        return Objects.requireNonNull(cast(words), () -> "no words for " + owner + "." + field);
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        Object child = parent.get(key);
        return child == null ? Map.of() : cast(child);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(@Nullable Object yaml) {
        return (Map<String, Object>) yaml;
    }
}
