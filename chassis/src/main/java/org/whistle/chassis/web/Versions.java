package org.whistle.chassis.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemException;

/**
 * The optimistic version of a thing as an entity tag (RFC 9110 §8.8.3, §13.1.1). The tag of version 7 is {@code "7"};
 * {@code W/"7"} is taken for the same, because proxies that compress mark our tags weak.
 */
public final class Versions {

    private static final int MAX_HEADER = 1000;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private Versions() {}

    /** The value of {@code ETag} for a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The one version a change was made against.
     *
     * @throws ProblemException 428 without {@code If-Match}; 400 when it is malformed, a list or {@code *}; 412 when the
     *     tag is none of ours and so cannot be the present one
     */
    public static long ifMatch(HttpHeaders headers) {
        Expected expected = expected(headers);
        if (expected.any() || expected.tags() != 1) {
            throw malformed("只能给出一个 ETag", "must be exactly one ETag");
        }
        if (expected.versions().isEmpty()) {
            throw stale();
        }
        return expected.versions().iterator().next();
    }

    /**
     * The versions a change accepts, for resources that allow lists and {@code *}.
     *
     * @throws ProblemException 428 without {@code If-Match}; 400 when it is malformed
     */
    public static Expected expected(HttpHeaders headers) {
        return parse(headers.getRequestHeader(HttpHeaders.IF_MATCH));
    }

    /** Whether {@code If-None-Match} names this version, so that 304 is the answer; a malformed header does not. */
    public static boolean unchanged(HttpHeaders headers, long version) {
        List<String> values = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        if (values == null || values.isEmpty()) {
            return false;
        }
        try {
            return parse(values).admits(version);
        } catch (ProblemException malformed) {
            return false;
        }
    }

    /** 412: the thing has another version by now. */
    public static ProblemException stale() {
        return ProblemException.of(CommonProblem.STALE_VERSION);
    }

    static Expected parse(@Nullable List<String> values) {
        if (values == null || values.isEmpty()) {
            throw ProblemException.of(CommonProblem.VERSION_REQUIRED);
        }
        String header = String.join(",", values).strip();
        if (header.isEmpty()) {
            throw ProblemException.of(CommonProblem.VERSION_REQUIRED);
        }
        if (header.length() > MAX_HEADER) {
            throw malformed("过长", "is too long");
        }
        if (header.equals("*")) {
            return new Expected(true, 0, Set.of());
        }
        return tags(header);
    }

    private static Expected tags(String header) {
        Set<Long> versions = new HashSet<>();
        int tags = 0;
        Matcher tag = TAG.matcher(header);
        int at = 0;
        while (at < header.length()) {
            if (!tag.find(at) || tag.start() != at) {
                throw malformed("应为读取时得到的 ETag，例如 \"7\"", "must be the ETag that was read, for example \"7\"");
            }
            tags++;
            if (NUMBER.matcher(tag.group(1)).matches()) {
                versions.add(Long.parseLong(tag.group(1)));
            }
            at = nextTag(header, tag.end());
        }
        return new Expected(false, tags, Set.copyOf(versions));
    }

    /** Skips blanks and commas behind a tag; empty list members are allowed (RFC 9110 §5.6.1.2). */
    private static int nextTag(String header, int end) {
        int at = end;
        boolean comma = false;
        while (at < header.length()
                && (header.charAt(at) == ' ' || header.charAt(at) == '\t' || header.charAt(at) == ',')) {
            comma |= header.charAt(at) == ',';
            at++;
        }
        if (at < header.length() && !comma) {
            throw malformed("多个 ETag 之间应以逗号分隔", "must separate tags by commas");
        }
        return at;
    }

    private static ProblemException malformed(String zh, String en) {
        return ProblemException.of(
                CommonProblem.INVALID_FIELD, List.of(new FieldProblem(HttpHeaders.IF_MATCH, zh, en)));
    }

    /**
     * What {@code If-Match} accepts.
     *
     * @param any {@code *}: any version will do
     * @param tags how many tags were given
     * @param versions those of the tags that are versions of ours
     */
    public record Expected(boolean any, int tags, Set<Long> versions) {

        /** Whether the present version is among those accepted. */
        public boolean admits(long version) {
            return any || versions.contains(version);
        }

        /** @throws ProblemException 412 when the present version is not among those accepted */
        public void require(long version) {
            if (!admits(version)) {
                throw stale().withHeader(HttpHeaders.ETAG, etag(version));
            }
        }
    }
}
