package org.whistle.chassis.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Language} (RFC 9110 §12.5.4). Chinese is the default, also when the header makes no sense. */
public final class Languages {

    /** Longer headers are not looked at: parsing is not free, and no browser sends one. */
    private static final int MAX_HEADER = 400;

    private Languages() {}

    /** The language of a request. */
    public static Language of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The language asked for by a header's value; null when there is none. */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > MAX_HEADER) {
            return Language.ZH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getWeight() <= 0) {
                    continue;
                }
                String tag = range.getRange();
                if (tag.equals("zh") || tag.startsWith("zh-")) {
                    return Language.ZH;
                }
                if (tag.equals("en") || tag.startsWith("en-")) {
                    return Language.EN;
                }
            }
        } catch (IllegalArgumentException e) {
            return Language.ZH;
        }
        return Language.ZH;
    }
}
