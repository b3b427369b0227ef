package org.whistle.chassis.problem;

/**
 * One kind of refusal, as callers can rely on it. Services declare their own in an enum.
 *
 * <p>Texts may hold {@code {0}}, {@code {1}} …, filled with the arguments of {@link ProblemException#of}; apostrophes
 * stand for themselves. An argument of type {@link Words} is put in the caller's language.
 */
public interface ProblemCode {

    /** Stable name in lower case with hyphens; the problem's type is {@code urn:whistle:problem:<code>}. */
    String code();

    /** The HTTP status, 400 to 599. */
    int status();

    /** A short title in Chinese; the same for every occurrence. */
    String titleZh();

    /** A short title in English; the same for every occurrence. */
    String titleEn();

    /** What happened this time and what to do, in Chinese. */
    String detailZh();

    /** What happened this time and what to do, in English. */
    String detailEn();
}
