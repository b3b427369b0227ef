package org.whistle.chassis.problem;

import java.util.Locale;

/**
 * One kind of refusal, as callers can rely on it. Services declare their own in an enum.
 *
 * <p>Texts may hold {@code {0}}, {@code {1}} …, filled with the arguments of {@link ProblemException#of}; apostrophes
 * stand for themselves. An argument of type {@link Words} is put in the caller's language.
 */
public interface ProblemCode {

    /**
     * What a caller is told.
     *
     * @param status the HTTP status, 400 to 599
     * @param titleZh a short title in Chinese; the same for every occurrence
     * @param titleEn a short title in English; the same for every occurrence
     * @param detailZh what happened this time and what to do, in Chinese
     * @param detailEn what happened this time and what to do, in English
     */
    record Wording(int status, String titleZh, String titleEn, String detailZh, String detailEn) {}

    /** The constant's name, in capitals with underscores. */
    String name();

    /** What a caller is told. */
    Wording wording();

    /** Stable name in lower case with hyphens; the problem's type is {@code urn:whistle:problem:<code>}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status. */
    default int status() {
        return wording().status();
    }
}
