package org.whistle.intake.lists.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.district.Policy;
import org.whistle.intake.lists.Matching;

/** Words, ids and figures of requests about lists and wishes. */
public final class Words {

    private Words() {}

    /** The value behind a word of a query; null when it is not given. */
    public static <E extends Enum<E>> @Nullable E of(String name, @Nullable String word, Class<E> type) {
        String known = Params.oneOf(
                name,
                word,
                Arrays.stream(type.getEnumConstants()).map(Words::word).toList());
        return known == null
                ? null
                : Enum.valueOf(type, known.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The body of a request that must have one. */
    public static <B> B required(@Nullable B body) {
        if (body == null) {
            throw ProblemException.field("body", "需要 JSON 请求体", "must be a JSON object");
        }
        return body;
    }

    /** Matching with the district's weights. */
    public static Matching matching(Policy policy) {
        return new Matching(new Matching.Weights(
                policy.matchPoints("tags"),
                policy.matchPoints("place"),
                policy.matchPoints("time"),
                policy.matchMinimum()));
    }
}
