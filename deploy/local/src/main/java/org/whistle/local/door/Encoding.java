package org.whistle.local.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a file is compressed. */
enum Encoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    NONE("identity", "");

    private final String code;
    private final String ending;

    Encoding(String code, String ending) {
        this.code = code;
        this.ending = ending;
    }

    /** Its name in {@code Content-Encoding}. */
    String code() {
        return code;
    }

    /** What is appended to a file's name. */
    String ending() {
        return ending;
    }

    /** What a caller takes, the smallest first; {@code q=0} is a refusal. What it says nothing about it does not get. */
    static List<Encoding> accepted(@Nullable String acceptEncoding) {
        List<Encoding> accepted = new ArrayList<>();
        if (acceptEncoding != null) {
            Map<String, Boolean> said = new HashMap<>();
            for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
                String[] words = part.strip().split(";", 2);
                boolean wanted = words.length == 1 || !words[1].replace(" ", "").matches("q=0(\\.0*)?");
                said.put(words[0].strip(), wanted);
            }
            for (Encoding encoding : List.of(BROTLI, GZIP)) {
                if (said.getOrDefault(encoding.code, said.getOrDefault("*", false))) {
                    accepted.add(encoding);
                }
            }
        }
        accepted.add(NONE);
        return accepted;
    }
}
