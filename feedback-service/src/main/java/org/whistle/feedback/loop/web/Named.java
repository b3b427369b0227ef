package org.whistle.feedback.loop.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.Words;
import org.whistle.chassis.web.Language;

/**
 * A code with its name.
 *
 * @param name in the caller's language; absent when the district in use does not know the code
 */
@Schema(name = "Named")
public record Named(
        @Schema(examples = "370102009") String code,
        @Schema(examples = "甸柳街道") @Nullable String name) {

    /** The code with its name; null for no code. */
    public static @Nullable Named of(@Nullable String code, Map<String, Words> names, Language language) {
        return code == null ? null : new Named(code, nameOf(code, names, language));
    }

    /** The name of a code; null when it is unknown. */
    public static @Nullable String nameOf(String code, Map<String, Words> names, Language language) {
        Words words = names.get(code);
        return words == null ? null : words.in(language);
    }
}
