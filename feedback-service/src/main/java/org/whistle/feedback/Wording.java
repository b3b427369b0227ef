package org.whistle.feedback;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.whistle.chassis.web.Params;

/** Constants as the words that stand in the database and the API: {@code NOT_ACCEPTED} is {@code not-accepted}. */
public final class Wording {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Wording() {}

    /** The word of a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant behind a word. @throws IllegalArgumentException when there is none */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What fills a sentence, with instants as a person reads them: {@code 2026-03-02 09:30}, in the domain's zone. */
    public static Object[] spoken(List<Object> args) {
        return args.stream()
                .map(arg -> arg instanceof Instant instant ? MOMENT.format(instant.atZone(Params.ZONE)) : arg)
                .toArray();
    }
}
