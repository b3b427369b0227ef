package org.whistle.dispatch.policy.web;

import java.util.List;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.district.DistrictException;
import org.whistle.district.Problem;

/** Faults of a district's files as an answer: each names its file, line and column. */
public final class Faults {

    private static final int SHOWN = 100;

    private Faults() {}

    /** The first {@value #SHOWN} faults, and how many there are. @param code whose text takes their number */
    public static ProblemException of(ProblemCode code, DistrictException failure) {
        List<FieldProblem> fields = failure.problems().stream()
                .limit(SHOWN)
                .map(problem -> new FieldProblem(place(problem), problem.messageZh(), problem.messageEn()))
                .toList();
        return ProblemException.of(code, fields, failure.problems().size());
    }

    private static String place(Problem problem) {
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        String place = problem.file() + line + (problem.field().isEmpty() ? "" : " " + problem.field());
        return place.isEmpty() ? "archive" : place;
    }
}
