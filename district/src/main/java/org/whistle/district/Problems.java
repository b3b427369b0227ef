package org.whistle.district;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while reading goes on; bounded, so that a file wrong in every row stays an answer one can read. */
final class Problems {

    private static final int MAX = 1_000;

    private final List<Problem> found = new ArrayList<>();
    private int dropped;

    void add(String file, int line, String field, String messageZh, String messageEn) {
        if (found.size() < MAX) {
            found.add(new Problem(file, line, field, messageZh, messageEn));
        } else {
            dropped++;
        }
    }

    /**
     * @throws DistrictException when anything was found
     */
    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        List<Problem> all = new ArrayList<>(found);
        if (dropped > 0) {
            all.add(new Problem("", 0, "", "另有" + dropped + "个问题未列出", dropped + " more problems are not listed"));
        }
        throw new DistrictException(all);
    }
}
