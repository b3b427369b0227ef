package org.whistle.intake.consolidation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How like two texts are: the Sørensen–Dice coefficient over pairs of neighbouring characters. Chinese has no blanks
 * between its words, so pairs of characters stand for them. Only letters and digits count, in one form of width and
 * case, so that punctuation and full-width digits make no difference.
 */
public final class Similarity {

    private Similarity() {}

    /** From 0, no pair in common, to 1, the same pairs as often. */
    public static double of(String one, String other) {
        int[] a = characters(one);
        int[] b = characters(other);
        if (a.length < 2 || b.length < 2) {
            return a.length > 0 && Arrays.equals(a, b) ? 1 : 0;
        }
        Map<Long, Integer> pairs = new HashMap<>();
        for (int i = 1; i < a.length; i++) {
            pairs.merge(pair(a, i), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 1; i < b.length; i++) {
            Integer left = pairs.get(pair(b, i));
            if (left != null && left > 0) {
                pairs.put(pair(b, i), left - 1);
                common++;
            }
        }
        return 2.0 * common / (a.length - 1 + b.length - 1);
    }

    private static int[] characters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
    }

    private static Long pair(int[] characters, int end) {
        return (long) characters[end - 1] << 32 | characters[end];
    }
}
