package org.whistle.district;

import java.util.List;
import java.util.stream.Collectors;

/** A district that cannot be used, with everything that is wrong with it, not only the first thing. */
public final class DistrictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Problems named in the message; the rest is in {@link #problems}. */
    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    public DistrictException(List<Problem> problems) {
        super(problems.size() + " problem(s) in the district's files\n"
                + problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }
}
