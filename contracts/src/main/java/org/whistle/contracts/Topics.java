package org.whistle.contracts;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names of the Kafka topics. A record's key is the ticket id, on {@link #COMMUNITY} the id of the wish or entry, so each
 * has one order on its topic.
 */
public final class Topics {

    /** Every event of every ticket's life, kept for good. */
    public static final String JOURNAL = "whistle.journal";

    /** What communities arrange without a ticket: small wishes, and their lists of needs, resources and projects. */
    public static final String COMMUNITY = "whistle.community";

    /** What each department must do: one topic per department, so that access can be granted per department. */
    public static final String ASSIGNED_PREFIX = "whistle.assigned.";

    /** Answers of departments that run their own system: one topic per department. */
    public static final String REPLY_PREFIX = "whistle.reply.";

    private static final String REJECTED_SUFFIX = ".rejected";
    private static final String DEAD_LETTER_PREFIX = "whistle.deadletter.";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private Topics() {}

    /** @throws IllegalArgumentException when the code is not lower-case letters, digits and hyphens */
    public static String assigned(String department) {
        return ASSIGNED_PREFIX + code(department);
    }

    /** @throws IllegalArgumentException when the code is not lower-case letters, digits and hyphens */
    public static String reply(String department) {
        return REPLY_PREFIX + code(department);
    }

    /** Where a refused answer comes back with the reason. */
    public static String rejectedReply(String department) {
        return reply(department) + REJECTED_SUFFIX;
    }

    /** What a service could not process, with the cause. */
    public static String deadLetter(String service) {
        return DEAD_LETTER_PREFIX + code(service);
    }

    /** The department a reply topic belongs to. */
    public static String departmentOfReply(String topic) {
        if (!topic.startsWith(REPLY_PREFIX) || topic.endsWith(REJECTED_SUFFIX)) {
            throw new IllegalArgumentException("not a reply topic: " + topic);
        }
        return topic.substring(REPLY_PREFIX.length());
    }

    private static String code(String code) {
        Objects.requireNonNull(code, "code");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a topic-safe code: " + code);
        }
        return code;
    }
}
